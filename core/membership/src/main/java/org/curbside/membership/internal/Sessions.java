package org.curbside.membership.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.curbside.api.membership.SignIn;
import org.curbside.api.membership.Visitor;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.AccountRow;
import org.curbside.membership.internal.store.AccountStore;
import org.curbside.membership.internal.store.SessionRow;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs in by password. */
@Component
public final class Sessions implements SignIn {

    private static final Duration LASTS = Duration.ofHours(12);
    private static final int SECRET_BYTES = 32;
    private static final int FREE_TRIES = 5;
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final AccountStore accounts;
    private final Clock clock;
    private final SecureRandom random;
    private final Passwords passwords;
    private final String nobodys;

    /** As the platform runs it. */
    @Activate
    public Sessions(@Reference AccountStore accounts) {
        this(accounts, Clock.systemUTC(), new SecureRandom());
    }

    Sessions(AccountStore accounts, Clock clock, SecureRandom random) {
        this.accounts = accounts;
        this.clock = clock;
        this.random = random;
        this.passwords = new Passwords(random);
        this.nobodys = passwords.digest("the same work for a name that is not here");
    }

    @Override
    public String signIn(@Nullable String name, @Nullable String password) {
        return begin(known(key(name), password)
                .orElseThrow(() -> Refusal.signIn(
                        "wrong-sign-in", "Check the name and the password; together they fit no account.")));
    }

    @Override
    public String changePassword(Visitor owner, @Nullable String current, @Nullable String chosen) {
        AccountRow account = known(key(owner.name()), current)
                .orElseThrow(() -> Refusal.invalid(
                        "wrong-password", "currentPassword", "Check your current password; this is not it."));
        String digest = passwords.digest(NewPassword.of(chosen, owner.name()).text());
        accounts.changePassword(account.key(), digest);
        return begin(account);
    }

    /** The account that the password fits, counting the try before it is looked at; a fit forgives those before. */
    private Optional<AccountRow> known(String key, @Nullable String password) {
        Optional<AccountRow> account = accounts.find(key);
        Instant now = clock.instant();
        if (!accounts.attempt(key, FREE_TRIES, now, now.plus(WAIT))) {
            throw Refusal.conflict("too-many-tries", "Wait half a minute, then try again.");
        }
        boolean fits = passwords.fits(
                password == null ? "" : password,
                account.map(AccountRow::password).orElse(nobodys));
        if (account.isEmpty() || !fits) {
            return Optional.empty();
        }
        accounts.forgive(key);
        return account;
    }

    @Override
    public Optional<Visitor> visitor(String session) {
        return accounts.visitor(Digests.of(session), clock.instant());
    }

    @Override
    public void signOut(String session) {
        accounts.end(Digests.of(session));
    }

    private String begin(AccountRow account) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String session = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        accounts.begin(new SessionRow(Digests.of(session), account.id(), now.plus(LASTS)), now);
        return session;
    }

    private static String key(@Nullable String name) {
        try {
            return Pseudonym.of(name).key();
        } catch (Refusal notAName) {
            return "?" + (name == null ? "" : name.toLowerCase(Locale.ROOT));
        }
    }
}
