package org.curbside.membership.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.curbside.api.membership.Entry;
import org.curbside.api.membership.OpenSession;
import org.curbside.api.membership.PasskeySignature;
import org.curbside.api.membership.SignIn;
import org.curbside.api.membership.Visitor;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.AccountRow;
import org.curbside.membership.internal.store.AccountStore;
import org.curbside.membership.internal.store.FactorStore;
import org.curbside.membership.internal.store.PendingRow;
import org.curbside.membership.internal.store.PendingRow.Kind;
import org.curbside.membership.internal.store.PendingStore;
import org.curbside.membership.internal.store.SessionRow;
import org.curbside.membership.internal.store.SessionStore;
import org.curbside.membership.internal.store.TryStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs in. */
@Component
public final class Sessions implements SignIn {

    private static final Duration TICKET = Duration.ofMinutes(5);
    private static final int CODES_PER_TICKET = 3;

    private final AccountStore accounts;
    private final SessionStore sessions;
    private final PendingStore pending;
    private final Doorkeeper doorkeeper;
    private final PasskeyCheck passkeys;
    private final Passwords passwords;
    private final Codes codes;
    private final Tries tries;
    private final Clock clock;
    private final Secrets secrets;
    private final String nobodys;

    /** As the platform runs it. */
    @Activate
    public Sessions(
            @Reference AccountStore accounts,
            @Reference SessionStore sessions,
            @Reference PendingStore pending,
            @Reference FactorStore factors,
            @Reference TryStore tries,
            @Reference Doorkeeper doorkeeper,
            @Reference PasskeyCheck passkeys,
            @Reference Passwords passwords,
            @Reference Strongbox strongbox) {
        this(
                new Stores(accounts, sessions, pending, factors, tries),
                doorkeeper,
                passkeys,
                passwords,
                strongbox,
                Clock.systemUTC(),
                new SecureRandom());
    }

    Sessions(
            Stores stores,
            Doorkeeper doorkeeper,
            PasskeyCheck passkeys,
            Passwords passwords,
            Strongbox strongbox,
            Clock clock,
            SecureRandom random) {
        this.accounts = stores.accounts();
        this.sessions = stores.sessions();
        this.pending = stores.pending();
        this.doorkeeper = doorkeeper;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.codes = new Codes(stores.factors(), strongbox, clock);
        this.tries = new Tries(stores.tries(), clock);
        this.clock = clock;
        this.secrets = new Secrets(random);
        this.nobodys = passwords.digest("the same work for a name that is not here");
    }

    /** Where everything is kept. */
    record Stores(
            AccountStore accounts, SessionStore sessions, PendingStore pending, FactorStore factors, TryStore tries) {}

    /** A name that is not here is counted, and costs as much, as one that is: no answer and no wait tells them apart. */
    @Override
    public Entry signIn(@Nullable String name, @Nullable String password, @Nullable String device) {
        String key = key(name);
        Optional<AccountRow> account = accounts.find(key);
        boolean known = doorkeeper.knows(device, account.map(AccountRow::id).orElse(0L));
        String counter = counter(key, known ? device : null);
        passwords.refuseCrowd(known);
        tries.count(counter);
        String digest = account.map(AccountRow::password)
                .filter(kept -> !kept.isEmpty())
                .orElse(nobodys);
        boolean fits = passwords.fits(Objects.requireNonNullElse(password, ""), digest, known);
        if (account.isEmpty() || !fits || digest.equals(nobodys)) {
            throw Refusal.signIn("wrong-sign-in", "Check the name and the password; together they fit no account.");
        }
        if (account.get().totp().isPresent()) {
            return new Entry.CodeNeeded(ticket(account.get()));
        }
        tries.forgive(counter);
        return doorkeeper.begin(account.get(), device);
    }

    private String ticket(AccountRow account) {
        String ticket = secrets.next();
        pending.begin(
                new PendingRow(
                        Digests.of(ticket),
                        Kind.CODE,
                        account.id(),
                        clock.instant().plus(TICKET)),
                clock.instant());
        return ticket;
    }

    /** The password's try is forgiven only now: whoever knows the password must not have any number of codes. */
    @Override
    public Entry.In enter(@Nullable String ticket, @Nullable String code, @Nullable String device) {
        String digest = Digests.of(Objects.requireNonNullElse(ticket, ""));
        AccountRow account = pending.attempt(digest, Kind.CODE, clock.instant(), CODES_PER_TICKET)
                .flatMap(open -> accounts.find(open.account()))
                .orElseThrow(Sessions::fromTheBeginning);
        if (!codes.take(account, code)) {
            throw Codes.wrong();
        }
        if (!pending.take(digest, Kind.CODE, account.id(), clock.instant())) {
            throw fromTheBeginning();
        }
        tries.forgive(counter(account.key(), doorkeeper.knows(device, account.id()) ? device : null));
        return doorkeeper.begin(account, device);
    }

    private static Refusal fromTheBeginning() {
        return Refusal.signIn(
                "sign-in-again", "Begin again with name and password: that took too long, or too many codes.");
    }

    @Override
    public Entry.In signIn(PasskeySignature signature, @Nullable String device) {
        return doorkeeper.begin(passkeys.account(signature), device);
    }

    @Override
    public Optional<Visitor> visitor(String session) {
        return sessions.visitor(Digests.of(session), clock.instant(), doorkeeper.today());
    }

    @Override
    public void signOut(String session) {
        sessions.end(Digests.of(session));
    }

    @Override
    public List<OpenSession> sessions(String session) {
        Guest guest = doorkeeper.guest(session);
        return sessions.of(guest.id(), clock.instant()).stream()
                .map(row -> new OpenSession(
                        row.id(),
                        row.begun(),
                        row.used(),
                        row.id().equals(guest.session().id())))
                .sorted(Comparator.comparing(OpenSession::here).reversed())
                .toList();
    }

    @Override
    public void end(String session, String id) {
        Guest guest = doorkeeper.confirmedGuest(session);
        SessionRow ended = sessions.of(guest.id(), clock.instant()).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("no-such-session", "It may have ended already."));
        sessions.endAndForget(ended);
    }

    @Override
    public void endOthers(String session) {
        sessions.endOthers(doorkeeper.confirmedGuest(session).session());
    }

    /** A known browser has its own; strangers share the name's. */
    private static String counter(String key, @Nullable String device) {
        return Digests.of(device == null ? "name " + key : "device " + device);
    }

    private static String key(@Nullable String name) {
        try {
            return Pseudonym.of(name).key();
        } catch (Refusal notAName) {
            return "?" + (name == null ? "" : name.toLowerCase(Locale.ROOT));
        }
    }
}
