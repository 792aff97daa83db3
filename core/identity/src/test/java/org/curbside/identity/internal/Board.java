package org.curbside.identity.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Finding;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.spi.verification.RegistryUnavailable;

/** A state's board that says the same of everyone who claims a licence of that state, or of none. */
record Board(String state, Answer answer) implements LicenseRegistry {

    @Override
    public boolean covers(Claim claim) {
        return claim.licenceState().isEmpty() || claim.licenceState().equals(state);
    }

    @Override
    public Finding find(Claim claim) throws RegistryUnavailable {
        return new Finding(
                answer.get(), "the board's words", LocalDate.parse("2026-03-01"), Optional.empty(), List.of());
    }

    /** What it says. */
    @FunctionalInterface
    interface Answer {
        Judgement get() throws RegistryUnavailable;
    }
}
