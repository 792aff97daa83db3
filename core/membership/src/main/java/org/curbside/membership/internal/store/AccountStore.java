package org.curbside.membership.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
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
    public Optional<Visitor> open(AccountRow account) {
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
    public Optional<Visitor> open(AccountRow account, SpentCredentialRow credential) {
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
            em.createQuery("delete from SessionRow s where s.account = :account")
                    .setParameter("account", account.id())
                    .executeUpdate();
        }));
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
        return jpa.txExpr(TransactionType.Required, em -> !em.createQuery(
                        "select a.id from AccountRow a where a.memberKey = :key", Long.class)
                .setParameter("key", memberKey)
                .getResultList()
                .isEmpty());
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
                .map(AccountRow::visitor));
    }

    /** Ends a session. */
    public void end(String digest) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("delete from SessionRow s where s.digest = :digest")
                .setParameter("digest", digest)
                .executeUpdate());
    }

    private static Visitor persist(EntityManager em, AccountRow account) {
        em.persist(account);
        em.flush();
        return account.visitor();
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
