package org.curbside.membership.internal.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What shows who somebody is beside a password: authenticator apps, recovery codes, passkeys. Every method is one transaction. */
@Component(service = FactorStore.class)
public final class FactorStore {

    /** How a sealed secret begins; no open one does. */
    public static final String SEALED = "1.";

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code membership}. */
    @Activate
    public FactorStore(@Reference(target = "(osgi.unit.name=membership)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Whether a secret is kept sealed. */
    public boolean hasSealed() {
        return jpa.txExpr(TransactionType.Required, em -> !em.createQuery(
                        "select a.id from AccountRow a where a.totp like :sealed or a.totpOffered like :sealed",
                        Long.class)
                .setParameter("sealed", SEALED + "%")
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    /** Replaces every secret that lies open by what {@code seal} makes of it and its account's number. */
    public void sealWhatLiesOpen(BiFunction<Long, String, String> seal) {
        List<Long> accounts = jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select a.id from AccountRow a where a.totp not like :sealed or a.totpOffered not like :sealed",
                        Long.class)
                .setParameter("sealed", SEALED + "%")
                .getResultList());
        for (long account : accounts) {
            with(account, (em, row) -> {
                row.seal(secret -> seal.apply(account, secret));
                return true;
            });
        }
    }

    /** Offers a secret to be shared with an authenticator app. */
    public void offer(long account, String secret) {
        with(account, (em, row) -> {
            row.offer(secret);
            return true;
        });
    }

    /** Shares a secret of which the code of a step was shown, and takes these recovery codes instead of those before. */
    public void share(long account, String secret, long step, List<String> codes) {
        with(account, (em, row) -> {
            row.share(secret, step);
            replace(em, account, codes);
            return true;
        });
    }

    /** Shares no secret any longer, and takes no recovery code. */
    public void unshare(long account) {
        with(account, (em, row) -> {
            row.share(null, 0);
            replace(em, account, List.of());
            return true;
        });
    }

    /** Takes these recovery codes instead of those before. */
    public void renew(long account, List<String> codes) {
        with(account, (em, row) -> {
            replace(em, account, codes);
            return true;
        });
    }

    /** Takes the code of a step; false if that of this or a later step was taken before. */
    public boolean take(long account, long step) {
        return with(account, (em, row) -> row.take(step));
    }

    /** Takes a recovery code, by its digest; false if there is none such, or no longer. */
    public boolean take(long account, String code) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> em.createQuery("delete from RecoveryCodeRow r where r.account = :account and r.digest = :digest")
                                .setParameter("account", account)
                                .setParameter("digest", code)
                                .executeUpdate()
                        > 0);
    }

    /** How many recovery codes are left. */
    public int codesLeft(long account) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select count(r) from RecoveryCodeRow r where r.account = :account", Long.class)
                .setParameter("account", account)
                .getSingleResult()
                .intValue());
    }

    /** By which passkeys know an account: as before, or as {@code fresh} from now on. */
    public String handle(long account, String fresh) {
        return with(account, (em, row) -> {
            row.handle().ifPresentOrElse(before -> {}, () -> row.know(fresh));
            return row.handle().orElseThrow();
        });
    }

    /** An account's passkeys, the eldest first. */
    public List<PasskeyRow> passkeys(long account) {
        return jpa.txExpr(TransactionType.Required, em -> passkeys(em, account));
    }

    /** The passkey with that digest of its credential's id. */
    public Optional<PasskeyRow> passkey(String digest) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(PasskeyRow.class, digest)));
    }

    /** Adds a passkey, if its account has fewer than {@code most}. */
    public boolean add(PasskeyRow passkey, int most) {
        return with(passkey.account(), (em, row) -> {
            if (passkeys(em, passkey.account()).size() >= most) {
                return false;
            }
            em.persist(passkey);
            return true;
        });
    }

    /** Notes that a passkey has signed; false if it has signed as often before, so that a copy of it may be about. */
    public boolean use(String digest, long counted, LocalDate today) {
        return jpa.txExpr(TransactionType.Required, em -> {
            PasskeyRow passkey = em.find(PasskeyRow.class, digest, LockModeType.PESSIMISTIC_WRITE);
            if (passkey == null || (counted <= passkey.counter() && counted + passkey.counter() > 0)) {
                return false;
            }
            passkey.use(counted, today);
            return true;
        });
    }

    /** Removes a passkey, but not the last way in. */
    public boolean remove(long account, String digest) {
        return with(account, (em, row) -> {
            if (row.password().isEmpty() && passkeys(em, account).size() < 2) {
                return false;
            }
            em.createQuery("delete from PasskeyRow p where p.account = :account and p.digest = :digest")
                    .setParameter("account", account)
                    .setParameter("digest", digest)
                    .executeUpdate();
            return true;
        });
    }

    /** Removes the password of an account that has a passkey. */
    public boolean removePassword(long account) {
        return with(account, (em, row) -> {
            boolean another = !passkeys(em, account).isEmpty();
            if (another) {
                row.changePassword("");
            }
            return another;
        });
    }

    private <R> R with(long account, Change<R> change) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> change.make(em, em.find(AccountRow.class, account, LockModeType.PESSIMISTIC_WRITE)));
    }

    private static List<PasskeyRow> passkeys(EntityManager em, long account) {
        return em.createQuery(
                        "select p from PasskeyRow p where p.account = :account order by p.begun, p.digest",
                        PasskeyRow.class)
                .setParameter("account", account)
                .getResultList();
    }

    private static void replace(EntityManager em, long account, List<String> codes) {
        em.createQuery("delete from RecoveryCodeRow r where r.account = :account")
                .setParameter("account", account)
                .executeUpdate();
        codes.forEach(code -> em.persist(new RecoveryCodeRow(code, account)));
    }

    /** What is done with an account while nobody else changes it. */
    private interface Change<R> {
        R make(EntityManager em, AccountRow account);
    }
}
