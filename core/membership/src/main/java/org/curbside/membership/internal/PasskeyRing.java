package org.curbside.membership.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.curbside.api.membership.Passkey;
import org.curbside.api.membership.Passkeys;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.FactorStore;
import org.curbside.membership.internal.store.PasskeyRow;
import org.curbside.membership.internal.store.PendingRow;
import org.curbside.membership.internal.store.PendingRow.Kind;
import org.curbside.membership.internal.store.PendingStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the passkeys of accounts. */
@Component
public final class PasskeyRing implements Passkeys {

    /** Who signs a challenge is known afterwards only. */
    static final long ANYBODY = 0;

    private static final Duration OPEN = Duration.ofMinutes(5);
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 40;

    private final Doorkeeper doorkeeper;
    private final RelyingParty party;
    private final FactorStore factors;
    private final PendingStore pending;
    private final Clock clock;
    private final Secrets secrets;

    /** As the platform runs it. */
    @Activate
    public PasskeyRing(
            @Reference Doorkeeper doorkeeper,
            @Reference RelyingParty party,
            @Reference FactorStore factors,
            @Reference PendingStore pending) {
        this(doorkeeper, party, factors, pending, Clock.systemUTC(), new SecureRandom());
    }

    PasskeyRing(
            Doorkeeper doorkeeper,
            RelyingParty party,
            FactorStore factors,
            PendingStore pending,
            Clock clock,
            SecureRandom random) {
        this.doorkeeper = doorkeeper;
        this.party = party;
        this.factors = factors;
        this.pending = pending;
        this.clock = clock;
        this.secrets = new Secrets(random);
    }

    @Override
    public Challenge challenge() {
        return new Challenge(begin(Kind.CHALLENGE, ANYBODY), party.id());
    }

    @Override
    public Invitation invite(String session) {
        Guest guest = doorkeeper.confirmedGuest(session);
        return new Invitation(
                begin(Kind.PASSKEY, guest.id()),
                party.id(),
                factors.handle(guest.id(), secrets.next()),
                guest.account().name(),
                factors.passkeys(guest.id()).stream().map(party::idOf).toList());
    }

    private String begin(Kind kind, long account) {
        String challenge = secrets.next();
        Instant now = clock.instant();
        pending.begin(new PendingRow(Digests.of(challenge), kind, account, now.plus(OPEN)), now);
        return challenge;
    }

    /** The invitation was confirmed; making the passkey may have taken longer than that holds. */
    @Override
    public Passkey add(String session, Made made) {
        Guest guest = doorkeeper.guest(session);
        String name = name(made.name());
        String clientData = Objects.requireNonNullElse(made.clientData(), "");
        String object = Objects.requireNonNullElse(made.attestationObject(), "");
        String challenge = PasskeyCheck.readable(() -> party.challenge(clientData));
        if (!pending.take(Digests.of(challenge), Kind.PASSKEY, guest.id(), clock.instant())) {
            throw Refusal.conflict(
                    "passkey-not-made", "Begin again: the passkey was not made in time, or not for this account.");
        }
        RelyingParty.Key key = PasskeyCheck.readable(() -> party.made(clientData, object));
        PasskeyRow row = new PasskeyRow(
                Digests.of(key.id()), guest.id(), name, key.attested(), key.counter(), doorkeeper.today());
        if (factors.passkey(row.digest()).isPresent() || !factors.add(row, MOST)) {
            throw Refusal.conflict(
                    "too-many-passkeys", "Remove a passkey first; an account has at most 20, each once.");
        }
        return shown(row);
    }

    private static String name(@Nullable String input) {
        String name = Objects.requireNonNullElse(input, "").strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Refusal.invalid(
                    "passkey-name", "name", "Name the passkey in 1 to 40 characters, so that you know it again.");
        }
        return name;
    }

    @Override
    public List<Passkey> of(String session) {
        return factors.passkeys(doorkeeper.guest(session).id()).stream()
                .map(PasskeyRing::shown)
                .toList();
    }

    private static Passkey shown(PasskeyRow row) {
        return new Passkey(row.id(), row.name(), row.begun(), row.used());
    }

    @Override
    public void remove(String session, String id) {
        Guest guest = doorkeeper.confirmedGuest(session);
        PasskeyRow removed = factors.passkeys(guest.id()).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("no-such-passkey", "It may have been removed already."));
        if (!factors.remove(guest.id(), removed.digest())) {
            throw Refusal.conflict(
                    "last-way-in", "Choose a password first; nothing else would be left to sign in with.");
        }
    }
}
