package org.curbside.membership.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.curbside.api.credential.Credential;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.credential.IssuerKeys;
import org.curbside.api.membership.Accounts;
import org.curbside.api.membership.Analyst;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Operator;
import org.curbside.api.membership.Visitor;
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
@Component(configurationPid = "org.curbside.house")
public final class Reception implements Accounts {

    private final AccountStore accounts;
    private final Witness keys;
    private final Clock clock;
    private final Passwords passwords;
    private final Runnable close;

    /** The settings in {@code etc/org.curbside.house.cfg}. */
    public @interface Settings {

        /** Where the licence desk is; empty if it is here. */
        String desk_address() default "";
    }

    /** As the platform runs it. */
    @Activate
    public Reception(
            BundleContext context,
            Settings settings,
            @Reference AccountStore accounts,
            @Reference Passwords passwords) {
        this(
                accounts,
                settings.desk_address().isBlank(),
                new Slice<>(context, IssuerKeys.class),
                Clock.systemUTC(),
                passwords);
    }

    /** A desk that is elsewhere shows nothing here; its keys are brought. */
    private Reception(
            AccountStore accounts, boolean deskIsHere, Slice<IssuerKeys> desk, Clock clock, Passwords passwords) {
        this(accounts, deskIsHere ? () -> desk.get().directory() : accounts::knownKeys, clock, passwords, desk::close);
    }

    Reception(AccountStore accounts, Supplier<List<IssuerKey>> desk, Clock clock, Passwords passwords, Runnable close) {
        this.accounts = accounts;
        this.keys = new Witness(desk, accounts);
        this.clock = clock;
        this.passwords = passwords;
        this.close = close;
    }

    @Deactivate
    void close() {
        close.run();
    }

    @Override
    public Member join(@Nullable String credential, @Nullable String pseudonym, @Nullable String password) {
        Credential read = read(credential);
        IssuerKey key = keyOf(read);
        Pseudonym name = free(pseudonym);
        AccountRow account = AccountRow.member(name.text(), name.key(), digest(password, name), key, read.memberKey());
        refuseIfSpent(read);
        return (Member) visitor(accounts.open(
                        account,
                        new SpentCredentialRow(read.digest(), key.epoch().toString()))
                .orElseThrow(() -> {
                    refuseIfSpent(read);
                    return taken();
                }));
    }

    @Override
    public Member renew(@Nullable String credential) {
        Credential read = read(credential);
        AccountRow account = accounts.renew(read, keyOf(read))
                .orElseThrow(() -> Refusal.notFound(
                        "no-such-member",
                        "No pseudonym has the key that this credential is for. Choose a pseudonym with it, or fetch one with the"
                                + " recovery words of the pseudonym that you have."));
        Barred.refuse(account);
        return (Member) visitor(account);
    }

    private static Credential read(@Nullable String credential) {
        return Credential.parse(credential == null ? "" : credential.replaceAll("\\s", ""))
                .orElseThrow(Reception::notGenuine);
    }

    private Visitor visitor(AccountRow account) {
        return account.visitor(today());
    }

    @Override
    public List<IssuerKey> directory() {
        return keys.directory();
    }

    @Override
    public int bring(List<IssuerKey> directory) {
        return keys.bring(directory);
    }

    @Override
    public Analyst addAnalyst(@Nullable String name, @Nullable String password, @Nullable String client) {
        Pseudonym free = free(name);
        String organisation = client == null ? "" : client.strip();
        if (organisation.isEmpty() || organisation.length() > 40) {
            throw Refusal.invalid("client-name", "client", "Name the client in 1 to 40 characters.");
        }
        return (Analyst)
                visitor(accounts.open(AccountRow.analyst(free.text(), free.key(), digest(password, free), organisation))
                        .orElseThrow(Reception::taken));
    }

    @Override
    public Operator addOperator(@Nullable String name, @Nullable String password) {
        Pseudonym free = free(name);
        return (Operator) visitor(accounts.open(AccountRow.operator(free.text(), free.key(), digest(password, free)))
                .orElseThrow(Reception::taken));
    }

    @Override
    public boolean hasOperator() {
        return accounts.hasOperator();
    }

    private IssuerKey keyOf(Credential credential) {
        IssuerKey key =
                keys.key(credential.keyId()).filter(credential::isSignedWith).orElseThrow(Reception::notGenuine);
        if (!mayBeUsed(key.epoch())) {
            throw Refusal.invalid(
                    "credential-expired", "credential", "Fetch a fresh credential from the licence desk.");
        }
        return key;
    }

    /** In its epoch, and for some days more, for whoever was told to wait when it ended. */
    private boolean mayBeUsed(LocalDate epoch) {
        LocalDate today = today();
        return !today.isBefore(epoch) && today.isBefore(epoch.plusDays(Credential.EPOCH_DAYS + Credential.DAYS_MORE));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private static Refusal notGenuine() {
        return Refusal.invalid(
                "credential-not-genuine",
                "credential",
                "Copy the whole credential that was made with the licence desk's signature.");
    }

    /** A member's key is as good as a credential: it makes one account. */
    private void refuseIfSpent(Credential credential) {
        // before the other question, for both may become true in between: whoever comes twice has not two credentials
        Optional<AccountRow> member = accounts.member(credential.memberKey());
        member.ifPresent(Barred::refuse);
        if (accounts.spent(credential.digest())) {
            throw Refusal.conflict(
                    "credential-spent",
                    "This credential has been used already. Sign in with the pseudonym it was used for.");
        }
        if (member.isPresent()) {
            throw Refusal.conflict(
                    "member-exists", "The key in this credential has a pseudonym already. Renew that one.");
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

    private String digest(@Nullable String password, Pseudonym name) {
        return passwords.chosen(password, name.text());
    }
}
