package org.curbside.membership.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.membership.Visitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions, and the browsers that had some; every method is one transaction. */
@Component(service = SessionStore.class)
public final class SessionStore {

    private static final int DEVICE_DAYS = 180;

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code membership}. */
    @Activate
    public SessionStore(@Reference(target = "(osgi.unit.name=membership)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * Begins a session in a browser unless the account is banned, and forgets sessions that ended before {@code now} and browsers
     * long away.
     *
     * @return the account as it was at that moment
     */
    public AccountRow begin(SessionRow session, DeviceRow device, Instant now) {
        return jpa.txExpr(TransactionType.Required, em -> {
            AccountRow account = em.find(AccountRow.class, session.account(), LockModeType.PESSIMISTIC_WRITE);
            if (account.banned().isPresent()) {
                return account;
            }
            em.createQuery("delete from SessionRow s where s.expires < :now")
                    .setParameter("now", now)
                    .executeUpdate();
            em.createQuery("delete from DeviceRow d where d.used < :then")
                    .setParameter("then", "" + session.begun().minusDays(DEVICE_DAYS))
                    .executeUpdate();
            em.persist(session);
            em.merge(device);
            return account;
        });
    }

    /** Whether a browser has signed in to that account before, and not too long ago. */
    public boolean knows(String device, long account, LocalDate today) {
        return jpa.txExpr(TransactionType.Required, em -> {
            DeviceRow row = em.find(DeviceRow.class, device);
            return row != null && row.account() == account && !row.used().isBefore(today.minusDays(DEVICE_DAYS));
        });
    }

    /** Who a session belongs to, if it has not ended. */
    public Optional<Visitor> visitor(String digest, Instant now, LocalDate today) {
        return jpa.txExpr(TransactionType.Required, em -> find(em, digest, now).map(session -> {
            session.use(today);
            return em.find(AccountRow.class, session.account()).visitor(today);
        }));
    }

    /** A session, if it has not ended. */
    public Optional<SessionRow> find(String digest, Instant now) {
        return jpa.txExpr(TransactionType.Required, em -> find(em, digest, now));
    }

    /** Those of an account, the latest first. */
    public List<SessionRow> of(long account, Instant now) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select s from SessionRow s where s.account = :account and s.expires > :now"
                                + " order by s.begun desc, s.digest",
                        SessionRow.class)
                .setParameter("account", account)
                .setParameter("now", now)
                .getResultList());
    }

    /** Its owner has shown who they are. */
    public void confirm(String digest, Instant until) {
        jpa.tx(TransactionType.Required, em -> {
            SessionRow session = em.find(SessionRow.class, digest);
            if (session != null) {
                session.confirm(until);
            }
        });
    }

    /** Ends a session. */
    public void end(String digest) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("delete from SessionRow s where s.digest = :digest")
                .setParameter("digest", digest)
                .executeUpdate());
    }

    /** Ends a session; the browser that it was in is a stranger again. */
    public void endAndForget(SessionRow session) {
        jpa.tx(TransactionType.Required, em -> {
            em.createQuery("delete from SessionRow s where s.digest = :digest")
                    .setParameter("digest", session.digest())
                    .executeUpdate();
            em.createQuery("delete from DeviceRow d where d.digest = :device")
                    .setParameter("device", session.device())
                    .executeUpdate();
        });
    }

    /** Ends every session of an account but one; all other browsers are strangers again. */
    public void endOthers(SessionRow here) {
        jpa.tx(TransactionType.Required, em -> {
            em.createQuery("delete from SessionRow s where s.account = :account and s.digest <> :digest")
                    .setParameter("account", here.account())
                    .setParameter("digest", here.digest())
                    .executeUpdate();
            em.createQuery("delete from DeviceRow d where d.account = :account and d.digest <> :device")
                    .setParameter("account", here.account())
                    .setParameter("device", here.device())
                    .executeUpdate();
        });
    }

    private static Optional<SessionRow> find(EntityManager em, String digest, Instant now) {
        return Optional.ofNullable(em.find(SessionRow.class, digest))
                .filter(session -> session.expires().isAfter(now));
    }
}
