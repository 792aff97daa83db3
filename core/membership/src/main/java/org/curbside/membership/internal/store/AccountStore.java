package org.curbside.membership.internal.store;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.credential.Credential;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.membership.Member;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts and spent credentials; every method is one transaction. */
@Component(service = AccountStore.class)
public final class AccountStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code membership}. */
    @Activate
    public AccountStore(@Reference(target = "(osgi.unit.name=membership)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Whether a name is in use, as it is compared. */
    public boolean taken(String key) {
        return find(key).isPresent();
    }

    /** The account with that name, as it is compared. */
    public Optional<AccountRow> find(String key) {
        return jpa.txExpr(TransactionType.Required, em -> byKey(em, key));
    }

    /** Opens an account, on disk when this returns; empty if somebody else took the name a moment ago. */
    public Optional<AccountRow> open(AccountRow account) {
        try {
            return Optional.of(jpa.txExpr(TransactionType.Required, em -> persist(em, account)));
        } catch (RuntimeException e) {
            if (taken(account.key())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** As {@link #open(AccountRow)}, against a credential; empty too if that was spent a moment ago. */
    public Optional<AccountRow> open(AccountRow account, SpentCredentialRow credential) {
        try {
            return Optional.of(jpa.txExpr(TransactionType.Required, em -> {
                em.persist(credential);
                return persist(em, account);
            }));
        } catch (RuntimeException e) {
            if (spent(credential.digest()) || hasMember(account.memberKey()) || taken(account.key())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Keeps the account of a credential's member for another epoch, on disk when this returns, unless it was kept for that or a
     * later one before, or is banned.
     *
     * @return empty if there is no such account
     */
    public Optional<AccountRow> renew(Credential credential, IssuerKey vouching) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<AccountRow> account = lockedMember(em, credential.memberKey());
            account.filter(row -> row.banned().isEmpty())
                    .filter(row -> row.epoch().isBefore(vouching.epoch()))
                    .ifPresent(row -> {
                        em.persist(new SpentCredentialRow(
                                credential.digest(), vouching.epoch().toString()));
                        row.vouch(vouching);
                    });
            return account;
        });
    }

    /** Whether a credential was spent. */
    public boolean spent(String digest) {
        return jpa.txExpr(TransactionType.Required, em -> em.find(SpentCredentialRow.class, digest) != null);
    }

    /**
     * Takes another password, on disk when this returns, and ends every session that the old one began; browsers that have
     * signed in with the old one are strangers again. An empty digest fits nothing.
     */
    public void changePassword(long id, String digest) {
        jpa.tx(TransactionType.Required, em -> {
            em.find(AccountRow.class, id, LockModeType.PESSIMISTIC_WRITE).changePassword(digest);
            forget(em, "SessionRow", id);
            forget(em, "DeviceRow", id);
        });
    }

    /** The account with that number. */
    public Optional<AccountRow> find(long id) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(AccountRow.class, id)));
    }

    /** The members whom an operator has made moderators, by name. */
    public List<Member> moderators() {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select a from AccountRow a where a.moderator = true order by a.key", AccountRow.class)
                .getResultStream()
                .map(AccountRow::member)
                .toList());
    }

    /** Makes a moderator of a member, or no longer; answers with the account as it is then, or with nothing if it is banned. */
    public Optional<Member> moderate(long id, boolean moderator) {
        return jpa.txExpr(TransactionType.Required, em -> {
            AccountRow account = em.find(AccountRow.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (account.banned().isPresent()) {
                return Optional.empty();
            }
            account.moderate(moderator);
            return Optional.of(account.member());
        });
    }

    private static void forget(EntityManager em, String rows, long account) {
        em.createQuery("delete from " + rows + " r where r.account = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    /**
     * Takes another password for a member's account that was recovered so often before, on disk when this returns. Everything else
     * that opens it goes: sessions, passkeys, the authenticator app; and all browsers are strangers again.
     *
     * @return false if it has been recovered or banned in the meantime
     */
    public boolean recover(String memberKey, int before, String digest) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<AccountRow> account =
                    lockedMember(em, memberKey).filter(row -> row.banned().isEmpty() && row.recoveries() == before);
            account.ifPresent(row -> {
                row.recover(digest);
                row.share(null, 0);
                for (String rows : List.of("SessionRow", "DeviceRow", "PasskeyRow", "RecoveryCodeRow")) {
                    forget(em, rows, row.id());
                }
            });
            return account.isPresent();
        });
    }

    /** The licence desk's keys as they were first shown, in their order. */
    public List<IssuerKey> knownKeys() {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select k from KnownKeyRow k order by k.place", KnownKeyRow.class)
                .getResultStream()
                .map(KnownKeyRow::key)
                .toList());
    }

    /** Remembers the keys of a directory from a place on. */
    public void remember(List<IssuerKey> directory, int from) {
        jpa.tx(TransactionType.Required, em -> {
            for (int place = from; place < directory.size(); place++) {
                em.persist(new KnownKeyRow(place + 1, directory.get(place)));
            }
        });
    }

    /** Whether an account has that member's key. */
    public boolean hasMember(String memberKey) {
        return member(memberKey).isPresent();
    }

    /** The account of that member. */
    public Optional<AccountRow> member(String memberKey) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> ofMember(em, memberKey).getResultStream().findFirst());
    }

    private static Optional<AccountRow> lockedMember(EntityManager em, String memberKey) {
        return ofMember(em, memberKey)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private static TypedQuery<AccountRow> ofMember(EntityManager em, String memberKey) {
        return em.createQuery("select a from AccountRow a where a.memberKey = :key", AccountRow.class)
                .setParameter("key", memberKey);
    }

    /** Whether there is an operator. */
    public boolean hasOperator() {
        return jpa.txExpr(TransactionType.Required, em -> !em.createQuery(
                        "select a.id from AccountRow a where a.role = 'OPERATOR'", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    private static AccountRow persist(EntityManager em, AccountRow account) {
        em.persist(account);
        em.flush();
        return account;
    }

    private static Optional<AccountRow> byKey(EntityManager em, String key) {
        return named(em, key).getResultStream().findFirst();
    }

    private static TypedQuery<AccountRow> named(EntityManager em, String key) {
        return em.createQuery("select a from AccountRow a where a.key = :key", AccountRow.class)
                .setParameter("key", key);
    }
}
