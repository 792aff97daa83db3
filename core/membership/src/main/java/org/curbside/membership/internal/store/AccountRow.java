package org.curbside.membership.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
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
import org.curbside.store.InstantConverter;
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
    private int failures;

    @Convert(converter = InstantConverter.class)
    private Instant retry = Instant.EPOCH;

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

    /** The digest of the password, with its parameters. */
    public String password() {
        return password;
    }

    /** Tries since the last right password. */
    public int failures() {
        return failures;
    }

    boolean attempt(int free, Instant now, Instant next) {
        if (retry.isAfter(now)) {
            return false;
        }
        failures++;
        retry = failures < free ? Instant.EPOCH : next;
        return true;
    }

    void forgive() {
        failures = 0;
        retry = Instant.EPOCH;
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
        forgive();
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
                today.isBefore(over) ? Optional.empty() : Optional.of(last));
    }

    /** The name as it is compared. */
    public String key() {
        return key;
    }
}
