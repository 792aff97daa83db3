package org.curbside.verification.big;

import static org.curbside.testkit.standin.BigStandIn.NO_END;
import static org.curbside.testkit.standin.BigStandIn.list;
import static org.curbside.testkit.standin.BigStandIn.professional;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.testkit.LicenseRegistryContract;
import org.curbside.testkit.standin.BigStandIn;
import org.curbside.testkit.standin.StandIn;

class BigRegisterContractTest extends LicenseRegistryContract {

    private static final String ACTIVE = "99000000101";
    private static final String MARKED = "99000000201";
    private static final String MARK =
            "<Limitation><LimitationExtApp><LimitationId>1</LimitationId></LimitationExtApp></Limitation>";

    @Override
    protected StandIn source() {
        return new BigStandIn()
                .answer(ACTIVE, list(professional(ACTIVE, "I.", "Janssen", "01", NO_END, "")))
                .answer(MARKED, list(professional(MARKED, "B.", "Janssen", "01", NO_END, MARK)));
    }

    @Override
    protected LicenseRegistry registry(String url) {
        return new BigRegister(url, Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC));
    }

    @Override
    protected Claim active() {
        return new Claim("Ida", "Janssen", ACTIVE, "", "", "NL");
    }

    @Override
    protected Claim marked() {
        return new Claim("Bram", "Janssen", MARKED, "", "", "NL");
    }

    @Override
    protected Claim stranger() {
        return new Claim("Chloe", "Janssen", "99000000301", "", "", "NL");
    }
}
