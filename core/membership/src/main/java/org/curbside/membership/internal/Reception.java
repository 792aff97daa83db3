package org.curbside.membership.internal;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.curbside.api.credential.Credential;
import org.curbside.api.credential.IssuerKeys;
import org.curbside.api.membership.Accounts;
import org.curbside.api.membership.Analyst;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Operator;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.membership.internal.store.AccountRow;
import org.curbside.membership.internal.store.AccountStore;
import org.curbside.membership.internal.store.SpentCredentialRow;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Opens accounts. */
@Component
public final class Reception implements Accounts {

    private final AccountStore accounts;
    private final Supplier<List<PublicKey>> keys;
    private final Clock clock;
    private final Passwords passwords;
    private final Runnable close;

    /** As the platform runs it. */
    @Activate
    public Reception(BundleContext context, @Reference AccountStore accounts) {
        this(accounts, new Slice<>(context, IssuerKeys.class), Clock.systemUTC(), new SecureRandom());
    }

    private Reception(AccountStore accounts, Slice<IssuerKeys> desk, Clock clock, SecureRandom random) {
        this(accounts, () -> desk.get().keys(), clock, random, desk::close);
    }

    Reception(AccountStore accounts, Supplier<List<PublicKey>> keys, Clock clock, SecureRandom random, Runnable close) {
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
        this.passwords = new Passwords(random);
        this.close = close;
    }

    @Deactivate
    void close() {
        close.run();
    }

    @Override
    public Member join(@Nullable String credential, @Nullable String pseudonym, @Nullable String password) {
        Credential genuine = genuine(credential);
        Pseudonym name = free(pseudonym);
        AccountRow account = AccountRow.member(name.text(), name.key(), digest(password, name), genuine.group());
        String digest = Digests.of(genuine.toText());
        if (accounts.spent(digest)) {
            throw spent();
        }
        return (Member) accounts.open(
                        account, new SpentCredentialRow(digest, genuine.epoch().toString()))
                .orElseThrow(() -> accounts.spent(digest) ? spent() : taken());
    }

    @Override
    public Analyst addAnalyst(@Nullable String name, @Nullable String password, @Nullable String client) {
        Pseudonym free = free(name);
        String organisation = client == null ? "" : client.strip();
        if (organisation.isEmpty() || organisation.length() > 40) {
            throw Refusal.invalid("client-name", "client", "Name the client in 1 to 40 characters.");
        }
        return (Analyst)
                accounts.open(AccountRow.analyst(free.text(), free.key(), digest(password, free), organisation))
                        .orElseThrow(Reception::taken);
    }

    @Override
    public Operator addOperator(@Nullable String name, @Nullable String password) {
        Pseudonym free = free(name);
        return (Operator) accounts.open(AccountRow.operator(free.text(), free.key(), digest(password, free)))
                .orElseThrow(Reception::taken);
    }

    @Override
    public boolean hasOperator() {
        return accounts.hasOperator();
    }

    private Credential genuine(@Nullable String text) {
        Optional<Credential> read = Credential.parse(text == null ? "" : text.replaceAll("\\s", ""));
        if (read.isEmpty() || keys.get().stream().noneMatch(key -> signed(read.get(), key))) {
            throw Refusal.invalid(
                    "credential-not-genuine", "credential", "Copy the whole credential that the licence desk shows.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        if (!read.get().epoch().equals(Credential.epochOf(today))) {
            throw Refusal.invalid(
                    "credential-expired", "credential", "Fetch a fresh credential from the licence desk.");
        }
        return read.get();
    }

    private static boolean signed(Credential credential, PublicKey key) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(credential.signed());
            return ed25519.verify(credential.signatureBytes());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Pseudonym free(@Nullable String input) {
        Pseudonym name = Pseudonym.of(input);
        if (accounts.taken(name.key())) {
            throw taken();
        }
        return name;
    }

    private static Refusal taken() {
        return Refusal.invalid("pseudonym-taken", "pseudonym", "Choose another pseudonym; this one is in use.");
    }

    private static Refusal spent() {
        return Refusal.conflict(
                "credential-spent", "This credential has made a member already. Sign in with that pseudonym.");
    }

    private String digest(@Nullable String password, Pseudonym name) {
        return passwords.digest(NewPassword.of(password, name.text()).text());
    }
}
