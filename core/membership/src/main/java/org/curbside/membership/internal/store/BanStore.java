package org.curbside.membership.internal.store;

import java.util.Comparator;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.membership.Ban;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bans and what they end; every method is one transaction. */
@Component(service = BanStore.class)
public final class BanStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code membership}. */
    @Activate
    public BanStore(@Reference(target = "(osgi.unit.name=membership)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Every ban, first what holds, then the latest. */
    public List<Ban> bans() {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select b, a.name from BanRow b, AccountRow a where a.id = b.account"
                                + " order by b.begun desc, b.id desc",
                        Object[].class)
                .getResultStream()
                .map(found -> ((BanRow) found[0]).ban((String) found[1]))
                .sorted(Comparator.comparing(Ban::holds).reversed())
                .toList());
    }

    /**
     * Bans an account, on disk when this returns, and ends every session of it; false if it is banned already. A session that
     * begins at the same moment either ends by it, or does not begin.
     */
    public boolean ban(BanRow ban) {
        return jpa.txExpr(TransactionType.Required, em -> {
            AccountRow account = locked(em, ban.account());
            if (account.banned().isPresent()) {
                return false;
            }
            account.ban(ban.reason());
            em.persist(ban);
            em.createQuery("delete from SessionRow s where s.account = :account")
                    .setParameter("account", ban.account())
                    .executeUpdate();
            return true;
        });
    }

    /** Lifts the ban of an account, on disk when this returns; false if it is not banned. */
    public boolean lift(long id, Ban.Lifting lifting) {
        return jpa.txExpr(TransactionType.Required, em -> {
            AccountRow account = locked(em, id);
            if (account.banned().isEmpty()) {
                return false;
            }
            account.letIn();
            em.createQuery("select b from BanRow b where b.account = :account and b.lifted is null", BanRow.class)
                    .setParameter("account", id)
                    .getResultStream()
                    .forEach(ban -> ban.lift(lifting));
            return true;
        });
    }

    private static AccountRow locked(EntityManager em, long id) {
        return em.find(AccountRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
