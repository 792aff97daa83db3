package org.curbside.membership.internal;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import org.bouncycastle.util.encoders.Base32;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.AccountRow;
import org.curbside.membership.internal.store.FactorStore;
import org.jspecify.annotations.Nullable;

/** Takes codes of authenticator apps and recovery codes, each once. */
final class Codes {

    private final FactorStore factors;
    private final Strongbox strongbox;
    private final Clock clock;

    Codes(FactorStore factors, Strongbox strongbox, Clock clock) {
        this.factors = factors;
        this.strongbox = strongbox;
        this.clock = clock;
    }

    /** Whether it is a code of that account, which is used up by it. */
    boolean take(AccountRow account, @Nullable String typed) {
        String code = plain(typed);
        if (account.totp().isEmpty()) {
            return false;
        }
        return code.length() == Totp.DIGITS
                ? takeStep(
                        account,
                        step(strongbox.open(account.id(), account.totp().get()), code))
                : factors.take(account.id(), Digests.of(code));
    }

    private boolean takeStep(AccountRow account, OptionalLong step) {
        return step.isPresent() && factors.take(account.id(), step.getAsLong());
    }

    /** The step of which this is the code. */
    OptionalLong step(String secret, @Nullable String code) {
        return Totp.step(Base32.decode(secret), plain(code), clock.instant());
    }

    /** As it is compared: without what makes it readable. */
    static String plain(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    static Refusal wrong() {
        return Refusal.invalid(
                "wrong-code", "code", "Type the code that your app shows now; this one is wrong, or was used already.");
    }
}
