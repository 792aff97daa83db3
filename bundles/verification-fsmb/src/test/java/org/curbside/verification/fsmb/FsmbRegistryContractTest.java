package org.curbside.verification.fsmb;

import static org.curbside.testkit.standin.FsmbStandIn.CLIENT;
import static org.curbside.testkit.standin.FsmbStandIn.SECRET;
import static org.curbside.testkit.standin.FsmbStandIn.licence;
import static org.curbside.testkit.standin.FsmbStandIn.order;
import static org.curbside.testkit.standin.FsmbStandIn.profile;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.testkit.LicenseRegistryContract;
import org.curbside.testkit.NppesFile;
import org.curbside.testkit.standin.FsmbStandIn;
import org.curbside.testkit.standin.StandIn;

class FsmbRegistryContractTest extends LicenseRegistryContract {

    private static final String GOOD = licence("NY", "TEST1111", "ACT", "2027-06-30");

    @Override
    protected StandIn source() {
        return new FsmbStandIn().with(3, profile(3, GOOD, "")).with(4, profile(4, GOOD, order("NP", "Accusation")));
    }

    @Override
    protected LicenseRegistry registry(String url) {
        Clock clock = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
        return new FsmbRegistry(url, CLIENT, SECRET, clock);
    }

    @Override
    protected Claim active() {
        return claim(3);
    }

    @Override
    protected Claim marked() {
        return claim(4);
    }

    @Override
    protected Claim stranger() {
        return claim(5);
    }

    private static Claim claim(int row) {
        return new Claim(NppesFile.givenName(row), NppesFile.familyName(row), NppesFile.npi(row), "", "");
    }
}
