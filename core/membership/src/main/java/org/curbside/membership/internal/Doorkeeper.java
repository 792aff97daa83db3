package org.curbside.membership.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.curbside.api.membership.Entry;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.AccountRow;
import org.curbside.membership.internal.store.AccountStore;
import org.curbside.membership.internal.store.DeviceRow;
import org.curbside.membership.internal.store.SessionRow;
import org.curbside.membership.internal.store.SessionStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Begins sessions, and knows who is in one and whether they have shown lately that it is they. */
@Component(service = Doorkeeper.class)
public final class Doorkeeper {

    private static final Duration LASTS = Duration.ofHours(12);
    private static final Duration CONFIRMED = Duration.ofMinutes(5);

    private final AccountStore accounts;
    private final SessionStore sessions;
    private final Clock clock;
    private final Secrets secrets;

    /** As the platform runs it. */
    @Activate
    public Doorkeeper(@Reference AccountStore accounts, @Reference SessionStore sessions) {
        this(accounts, sessions, Clock.systemUTC(), new SecureRandom());
    }

    Doorkeeper(AccountStore accounts, SessionStore sessions, Clock clock, SecureRandom random) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
        this.secrets = new Secrets(random);
    }

    /** Whether a browser has signed in to that account before. */
    boolean knows(@Nullable String device, long account) {
        return sessions.knows(Digests.of(device == null ? "" : device), account, today());
    }

    /** Begins a session in a browser, which is known from now on; or a refusal. Every way in ends here. */
    Entry.In begin(AccountRow account, @Nullable String device) {
        String kept = device != null && knows(device, account.id()) ? device : secrets.next();
        String session = secrets.next();
        Instant now = clock.instant();
        DeviceRow browser = new DeviceRow(Digests.of(kept), account.id(), today());
        SessionRow begun = new SessionRow(Digests.of(session), browser, end(now), today(), confirmedUntil());
        AccountRow present = sessions.begin(begun, browser, now);
        Barred.refuse(present);
        return new Entry.In(session, kept, present.visitor(today()));
    }

    /** At a full hour, so that the row does not say when it began. */
    private static Instant end(Instant now) {
        return now.plus(LASTS).truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }

    /** Whoever is in a session, or a refusal. */
    Guest guest(String session) {
        return sessions.find(Digests.of(session), clock.instant())
                .flatMap(found -> accounts.find(found.account()).map(account -> new Guest(account, found)))
                .orElseThrow(() -> Refusal.signIn("sign-in-required", "Sign in first."));
    }

    /** Whoever is in a session and has shown lately that it is they, or a refusal. */
    Guest confirmedGuest(String session) {
        Guest guest = guest(session);
        if (!isConfirmed(guest)) {
            throw Refusal.forbidden(
                    "confirm-first", "Show first that it is you: by your password, a code or a passkey.");
        }
        return guest;
    }

    boolean isConfirmed(Guest guest) {
        return guest.session().confirmed().isAfter(clock.instant());
    }

    void confirm(Guest guest) {
        sessions.confirm(guest.session().digest(), confirmedUntil());
    }

    private Instant confirmedUntil() {
        return clock.instant().plus(CONFIRMED).truncatedTo(ChronoUnit.MINUTES);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
