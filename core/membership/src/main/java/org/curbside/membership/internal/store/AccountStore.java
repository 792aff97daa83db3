package org.curbside.membership.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
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

    /** Opens an account; on disk when this returns. */
    public Visitor open(AccountRow account) {
        return jpa.txExpr(TransactionType.Required, em -> persist(em, account));
    }

    /** Opens an account against a credential, or does nothing and is empty if the credential was spent before. */
    public Optional<Visitor> open(AccountRow account, SpentCredentialRow credential, String digest) {
        return jpa.txExpr(TransactionType.Required, em -> {
            if (em.find(SpentCredentialRow.class, digest) != null) {
                return Optional.empty();
            }
            em.persist(credential);
            return Optional.of(persist(em, account));
        });
    }

    /** Remembers how often a wrong password was given, and from when on another is looked at. */
    public void tried(String key, int failures, Instant retry) {
        jpa.tx(TransactionType.Required, em -> byKey(em, key).ifPresent(row -> row.tried(failures, retry)));
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
        return em.createQuery("select a from AccountRow a where a.key = :key", AccountRow.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }
}
