package org.curbside.membership.internal.store;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.curbside.api.credential.Credential;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.membership.Analyst;
import org.curbside.api.membership.Dormant;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Operator;
import org.curbside.api.membership.Visitor;
import org.jspecify.annotations.Nullable;

/** An account as it is kept. */
@Entity
@Table(name = "account")
public class AccountRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_seq")
    @SequenceGenerator(name = "account_seq", sequenceName = "account_seq", allocationSize = 50)
    private long id;

    @Version
    private int version;

    private String name;

    @Column(name = "name_key")
    private String key;

    private String role;
    private @Nullable String specialty;
    private @Nullable String client;

    @Column(name = "member_key")
    private @Nullable String memberKey;

    private @Nullable String epoch;
    private int recoveries;

    private String password;
    private boolean moderator;
    private @Nullable String banned;
    private @Nullable String totp;
    private @Nullable String handle;

    @Column(name = "totp_offered")
    private @Nullable String totpOffered;

    @Column(name = "totp_step")
    private long totpStep;

    /** For the persistence provider. */
    protected AccountRow() {}

    private AccountRow(String name, String key, String role, String password) {
        this.name = name;
        this.key = key;
        this.role = role;
        this.password = password;
    }

    /** A physician's account, of the member that a credential names. */
    public static AccountRow member(String name, String key, String password, IssuerKey vouching, String memberKey) {
        AccountRow row = new AccountRow(name, key, "MEMBER", password);
        row.memberKey = memberKey;
        row.vouch(vouching);
        return row;
    }

    /** An account of a client's analyst. */
    public static AccountRow analyst(String name, String key, String password, String client) {
        AccountRow row = new AccountRow(name, key, "ANALYST", password);
        row.client = client;
        return row;
    }

    /** An operator's account. */
    public static AccountRow operator(String name, String key, String password) {
        return new AccountRow(name, key, "OPERATOR", password);
    }

    /** Identifies the account. */
    public long id() {
        return id;
    }

    /** The key of the member; empty for others. */
    public String memberKey() {
        return Objects.requireNonNullElse(memberKey, "");
    }

    /** The digest of the password, with its parameters; empty if there is none. */
    public String password() {
        return password;
    }

    /** The secret that it shares with an authenticator app, sealed; empty without one. */
    public Optional<String> totp() {
        return Optional.ofNullable(totp);
    }

    /** Such a secret that is offered, and of which no code was shown yet. */
    public Optional<String> totpOffered() {
        return Optional.ofNullable(totpOffered);
    }

    /** The last step of which a code was taken. */
    public long totpStep() {
        return totpStep;
    }

    /** By which passkeys know it; empty until it is to have one. */
    public Optional<String> handle() {
        return Optional.ofNullable(handle);
    }

    /** Has its secrets sealed that lie open. */
    void seal(UnaryOperator<String> seal) {
        totp = totp == null || isSealed(totp) ? totp : seal.apply(totp);
        totpOffered = totpOffered == null || isSealed(totpOffered) ? totpOffered : seal.apply(totpOffered);
    }

    private static boolean isSealed(String secret) {
        return secret.startsWith(FactorStore.SEALED);
    }

    void offer(String secret) {
        totpOffered = secret;
    }

    /** Shares the secret from now on, or none. */
    void share(@Nullable String secret, long step) {
        totp = secret;
        totpOffered = null;
        totpStep = step;
    }

    /** Takes the code of a step, once. */
    boolean take(long step) {
        if (step <= totpStep) {
            return false;
        }
        totpStep = step;
        return true;
    }

    void know(String asHandle) {
        handle = asHandle;
    }

    void moderate(boolean asModerator) {
        moderator = asModerator;
    }

    /** Why it lets nobody in; empty if it is not banned. */
    public Optional<String> banned() {
        return Optional.ofNullable(banned);
    }

    void ban(String reason) {
        banned = reason;
        moderator = false;
    }

    void letIn() {
        banned = null;
    }

    void changePassword(String digest) {
        password = digest;
    }

    final void vouch(IssuerKey vouching) {
        specialty = vouching.group();
        epoch = vouching.epoch().toString();
    }

    /** The first day of the epoch that the member's latest credential is of. */
    LocalDate epoch() {
        return LocalDate.parse(Objects.requireNonNull(epoch));
    }

    /** How often its member has recovered it. */
    public int recoveries() {
        return recoveries;
    }

    void recover(String digest) {
        recoveries++;
        changePassword(digest);
    }

    /** What the account is called. */
    public String name() {
        return name;
    }

    /** Who it is on that day. */
    public Visitor visitor(LocalDate today) {
        return switch (role) {
            case "MEMBER" -> physician(today);
            case "ANALYST" -> new Analyst(id, name, Objects.requireNonNull(client));
            default -> new Operator(id, name);
        };
    }

    /** Whether it is a physician's. */
    public boolean isPhysician() {
        return role.equals("MEMBER");
    }

    /** The physician, as if the licence desk had vouched just now. */
    public Member member() {
        return new Member(id, name, Objects.requireNonNull(specialty), moderator, Optional.empty());
    }

    private Visitor physician(LocalDate today) {
        LocalDate over = epoch().plusDays(Credential.EPOCH_DAYS);
        LocalDate last = over.plusDays(Credential.DAYS_MORE - 1);
        if (today.isAfter(last)) {
            return new Dormant(id, name, last);
        }
        return new Member(
                id,
                name,
                Objects.requireNonNull(specialty),
                moderator,
                today.isBefore(over) ? Optional.empty() : Optional.of(last));
    }

    /** The name as it is compared. */
    public String key() {
        return key;
    }
}
