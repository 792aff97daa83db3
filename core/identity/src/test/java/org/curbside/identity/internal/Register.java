package org.curbside.identity.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Finding;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryUnavailable;

/** A country's register that is asked, and says the same of everyone there. */
record Register(String country, Board.Answer answer) implements LicenseRegistry {

    @Override
    public boolean covers(Claim claim) {
        return claim.country().equals(country);
    }

    @Override
    public Coverage coverage() {
        return Coverage.national(country);
    }

    @Override
    public Finding find(Claim claim) throws RegistryUnavailable {
        return new Finding(
                answer.get(),
                "the register's words",
                LocalDate.parse("2026-03-01"),
                Optional.of(new PostalAddress(List.of("2 SERVICE ST", "TOWN NY 10002"))),
                List.of("207R00000X"));
    }
}
