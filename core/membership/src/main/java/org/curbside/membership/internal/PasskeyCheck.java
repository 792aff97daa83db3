package org.curbside.membership.internal;

import com.webauthn4j.util.exception.WebAuthnException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.curbside.api.membership.PasskeySignature;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.AccountRow;
import org.curbside.membership.internal.store.AccountStore;
import org.curbside.membership.internal.store.FactorStore;
import org.curbside.membership.internal.store.PasskeyRow;
import org.curbside.membership.internal.store.PendingRow.Kind;
import org.curbside.membership.internal.store.PendingStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds out whose passkey has signed. */
@Component(service = PasskeyCheck.class)
public final class PasskeyCheck {

    private final RelyingParty party;
    private final PendingStore pending;
    private final FactorStore factors;
    private final AccountStore accounts;
    private final Doorkeeper doorkeeper;
    private final Clock clock;

    /** As the platform runs it. */
    @Activate
    public PasskeyCheck(
            @Reference RelyingParty party,
            @Reference PendingStore pending,
            @Reference FactorStore factors,
            @Reference AccountStore accounts,
            @Reference Doorkeeper doorkeeper) {
        this(party, pending, factors, accounts, doorkeeper, Clock.systemUTC());
    }

    PasskeyCheck(
            RelyingParty party,
            PendingStore pending,
            FactorStore factors,
            AccountStore accounts,
            Doorkeeper doorkeeper,
            Clock clock) {
        this.party = party;
        this.pending = pending;
        this.factors = factors;
        this.accounts = accounts;
        this.doorkeeper = doorkeeper;
        this.clock = clock;
    }

    /** The account whose passkey has signed a challenge of ours, which is used up by it; or a refusal. */
    AccountRow account(PasskeySignature signature) {
        String clientData = given(signature.clientData());
        String challenge = readable(() -> party.challenge(clientData));
        if (!pending.take(Digests.of(challenge), Kind.CHALLENGE, PasskeyRing.ANYBODY, clock.instant())) {
            throw notTaken();
        }
        PasskeyRow passkey = factors.passkey(Digests.of(given(signature.id()))).orElseThrow(PasskeyCheck::notTaken);
        long counted = readable(() ->
                party.signed(passkey, clientData, given(signature.authenticatorData()), given(signature.signature())));
        AccountRow account = accounts.find(passkey.account())
                .filter(owner -> isOf(owner, signature.userHandle()))
                .orElseThrow(PasskeyCheck::notTaken);
        if (!factors.use(passkey.digest(), counted, doorkeeper.today())) {
            throw notTaken();
        }
        return account;
    }

    private static boolean isOf(AccountRow owner, @Nullable String handle) {
        return handle == null || handle.isEmpty() || owner.handle().equals(Optional.of(handle));
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** The library and the decoder throw at whatever a browser of ours would not have sent. */
    static <T> T readable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (WebAuthnException | IllegalArgumentException wrong) {
            throw notTaken();
        }
    }

    static Refusal notTaken() {
        return Refusal.signIn(
                "passkey-not-taken",
                "Try again: this passkey was not taken. If it was removed here, use another way in.");
    }
}
