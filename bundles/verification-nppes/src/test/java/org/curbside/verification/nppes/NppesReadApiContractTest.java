package org.curbside.verification.nppes;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.testkit.LicenseRegistryContract;
import org.curbside.testkit.NppesFile;
import org.curbside.testkit.standin.NppesStandIn;
import org.curbside.testkit.standin.StandIn;

class NppesReadApiContractTest extends LicenseRegistryContract {

    private static final int ACTIVE = 3;
    private static final int MARKED = 4;
    private static final int STRANGER = 100;

    @Override
    protected StandIn source() {
        NppesStandIn source = new NppesStandIn(STRANGER);
        String unclear = NppesStandIn.person(MARKED, "FP", NppesFile.taxonomy(MARKED));
        source.answer(NppesFile.npi(MARKED), NppesStandIn.results(unclear));
        return source;
    }

    @Override
    protected LicenseRegistry registry(String url) {
        return new NppesReadApi(url + "/api/", Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC));
    }

    @Override
    protected Claim active() {
        return claim(ACTIVE);
    }

    @Override
    protected Claim marked() {
        return claim(MARKED);
    }

    @Override
    protected Claim stranger() {
        return claim(STRANGER);
    }

    private static Claim claim(int row) {
        return new Claim(NppesFile.givenName(row), NppesFile.familyName(row), NppesFile.npi(row), "", "");
    }
}
