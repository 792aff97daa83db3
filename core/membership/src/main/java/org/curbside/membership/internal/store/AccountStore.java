package org.curbside.membership.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.credential.Credential;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.membership.Visitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts, sessions and spent credentials; every method is one transaction. */
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
     * later one before.
     *
     * @return empty if there is no such account
     */
    public Optional<AccountRow> renew(Credential credential, IssuerKey vouching) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<AccountRow> account = lockedMember(em, credential.memberKey());
            account.filter(row -> row.epoch().isBefore(vouching.epoch())).ifPresent(row -> {
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
     * Counts a try before its password is looked at, so that tries at the same moment are counted too.
     *
     * @param free tries without a wait between them
     * @param retry until when the next one waits after those
     * @return false if it is too early for another
     */
    public boolean attempt(String key, int free, Instant now, Instant retry) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> locked(em, key).map(row -> row.attempt(free, now, retry)).orElse(true));
    }

    /** Forgets the tries, after the right password. */
    public void forgive(String key) {
        jpa.tx(TransactionType.Required, em -> byKey(em, key).ifPresent(AccountRow::forgive));
    }

    /** Takes another password, on disk when this returns, and ends every session that the old one began. */
    public void changePassword(String key, String digest) {
        jpa.tx(TransactionType.Required, em -> locked(em, key).ifPresent(account -> {
            account.changePassword(digest);
            endSessions(em, account);
        }));
    }

    /**
     * Takes another password for a member's account that was recovered so often before, on disk when this returns, and ends its
     * sessions.
     *
     * @return false if it has been recovered in the meantime
     */
    public boolean recover(String memberKey, int before, String digest) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<AccountRow> account = lockedMember(em, memberKey).filter(row -> row.recoveries() == before);
            account.ifPresent(row -> {
                row.recover(digest);
                endSessions(em, row);
            });
            return account.isPresent();
        });
    }

    private static void endSessions(EntityManager em, AccountRow account) {
        em.createQuery("delete from SessionRow s where s.account = :account")
                .setParameter("account", account.id())
                .executeUpdate();
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

    /** Begins a session, and forgets those that ended before {@code now}. */
    public void begin(SessionRow session, Instant now) {
        jpa.tx(TransactionType.Required, em -> {
            em.createQuery("delete from SessionRow s where s.expires < :now")
                    .setParameter("now", now)
                    .executeUpdate();
            em.persist(session);
        });
    }

    /** Who a session belongs to, if it has not ended. */
    public Optional<Visitor> visitor(String digest, Instant now) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select a from AccountRow a, SessionRow s"
                                + " where s.digest = :digest and s.expires > :now and a.id = s.account",
                        AccountRow.class)
                .setParameter("digest", digest)
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .map(account -> account.visitor(LocalDate.ofInstant(now, ZoneOffset.UTC))));
    }

    /** Ends a session. */
    public void end(String digest) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("delete from SessionRow s where s.digest = :digest")
                .setParameter("digest", digest)
                .executeUpdate());
    }

    private static AccountRow persist(EntityManager em, AccountRow account) {
        em.persist(account);
        em.flush();
        return account;
    }

    private static Optional<AccountRow> byKey(EntityManager em, String key) {
        return named(em, key).getResultStream().findFirst();
    }

    private static Optional<AccountRow> locked(EntityManager em, String key) {
        return named(em, key)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private static TypedQuery<AccountRow> named(EntityManager em, String key) {
        return em.createQuery("select a from AccountRow a where a.key = :key", AccountRow.class)
                .setParameter("key", key);
    }
}
