package org.curbside.delivery.internal.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.delivery.Delivery.Mail;
import org.curbside.api.delivery.Hours;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hours, addresses and browsers in the community's database; every method is one transaction. Members are named by what stands for them. */
@Component(service = DeliveryStore.class)
public final class DeliveryStore {

    private static final int MOST_TRIES = 5;
    private static final List<String> TABLES = List.of("HoursRow", "AddressRow", "BrowserRow");

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code delivery}. */
    @Activate
    public DeliveryStore(@Reference(target = "(osgi.unit.name=delivery)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** When each of these is reached; those that have chosen nothing are left out. */
    public Map<String, Hours> hours(Collection<String> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select h from HoursRow h where h.member in :members", HoursRow.class)
                .setParameter("members", members)
                .getResultStream()
                .collect(Collectors.toMap(HoursRow::member, HoursRow::hours)));
    }

    /** Chooses when; the next digest, if there are any, is at {@code due}. */
    public void choose(String member, Hours hours, Instant due) {
        jpa.tx(TransactionType.Required, em -> {
            em.merge(new HoursRow(member, hours));
            address(em, member).ifPresent(row -> row.due(due));
        });
    }

    /** A member's address. */
    public Optional<AddressRow> address(String member) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(AddressRow.class, member)));
    }

    private static Optional<AddressRow> address(EntityManager em, String member) {
        return Optional.ofNullable(em.find(AddressRow.class, member, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Keeps an address in place of the one before. */
    public void keep(AddressRow address) {
        jpa.tx(TransactionType.Required, em -> em.merge(address));
    }

    /**
     * Tries a code.
     *
     * @param next when the first digest is
     * @return how many tries are left; empty if there is nothing to try, or not any more
     */
    public Optional<Confirmation> confirm(String member, String code, Instant next) {
        return jpa.txExpr(TransactionType.Required, em -> address(em, member)
                .filter(row -> row.state() == Mail.UNCONFIRMED)
                .map(row -> {
                    boolean confirmed = row.confirm(code, next);
                    int left = MOST_TRIES - row.tries();
                    if (left <= 0) {
                        em.remove(row);
                    }
                    return new Confirmation(confirmed, left);
                }));
    }

    /**
     * What came of a code.
     *
     * @param left how many tries are left if it was another
     */
    public record Confirmation(boolean confirmed, int left) {}

    /** Deletes an address. */
    public void forgetAddress(String member) {
        jpa.tx(TransactionType.Required, em -> delete(em, "AddressRow", member));
    }

    /** Deletes everything of a member. */
    public void forget(String member) {
        jpa.tx(TransactionType.Required, em -> TABLES.forEach(table -> delete(em, table, member)));
    }

    private static void delete(EntityManager em, String table, String member) {
        em.createQuery("delete from " + table + " r where r.member = :member")
                .setParameter("member", member)
                .executeUpdate();
    }

    /** Addresses whose digest is due, the one that has waited longest first. */
    public List<AddressRow> due(Instant now, int limit) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select a from AddressRow a where a.state = :confirmed and a.due <= :now order by a.due, a.member",
                        AddressRow.class)
                .setParameter("confirmed", Mail.CONFIRMED)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList());
    }

    /** How many of them there are. */
    public long countDue(Instant now) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select count(a.member) from AddressRow a where a.state = :confirmed and a.due <= :now",
                        Long.class)
                .setParameter("confirmed", Mail.CONFIRMED)
                .setParameter("now", now)
                .getSingleResult());
    }

    /** Whether it is for the caller to send what is due now; whoever asks next has to wait until {@code next}. */
    public boolean claim(String member, Instant now, Instant next) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<AddressRow> claimed = address(em, member).filter(row -> row.isDue(now));
            claimed.ifPresent(row -> row.due(next));
            return claimed.isPresent();
        });
    }

    /** A digest came through, or there was nothing to say. */
    public void settle(String member) {
        change(member, AddressRow::settle);
    }

    /** A digest is tried again then, or with the next if that is earlier. */
    public void putOff(String member, Instant at) {
        change(member, row -> row.putOff(at));
    }

    /** The address takes no mail. */
    public void refuse(String member) {
        change(member, AddressRow::refuse);
    }

    private void change(String member, Consumer<AddressRow> change) {
        jpa.tx(TransactionType.Required, em -> address(em, member).ifPresent(change));
    }

    /** Deletes addresses that nobody has confirmed since they were made before then. */
    public void forgetUnconfirmed(Instant before) {
        jpa.tx(TransactionType.Required, em -> em.createQuery(
                        "delete from AddressRow a where a.state = :unconfirmed and a.made <= :before")
                .setParameter("unconfirmed", Mail.UNCONFIRMED)
                .setParameter("before", before)
                .executeUpdate());
    }

    /** What stands for members of whom something is kept, after that one and in order. */
    public List<String> members(String after, int limit) {
        return jpa.txExpr(TransactionType.Required, em -> TABLES.stream()
                .flatMap(table -> em
                        .createQuery(
                                "select distinct r.member from " + table
                                        + " r where r.member > :after order by r.member",
                                String.class)
                        .setParameter("after", after)
                        .setMaxResults(limit)
                        .getResultList()
                        .stream())
                .distinct()
                .sorted()
                .limit(limit)
                .toList());
    }

    /** How many browsers of a member are told. */
    public int browsers(String member) {
        return browsers(List.of(member)).size();
    }

    private List<BrowserRow> browsers(Collection<String> members) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select b from BrowserRow b where b.member in :members order by b.member, b.id",
                        BrowserRow.class)
                .setParameter("members", members)
                .getResultList());
    }

    /** Has a browser told; it is told for whoever came last with it. */
    public void keep(BrowserRow browser) {
        jpa.tx(TransactionType.Required, em -> em.merge(browser));
    }

    /** Deletes a browser of a member. */
    public void forgetBrowser(String member, String id) {
        jpa.tx(TransactionType.Required, em -> em.createQuery(
                        "delete from BrowserRow b where b.id = :id and b.member = :member")
                .setParameter("id", id)
                .setParameter("member", member)
                .executeUpdate());
    }

    /** Deletes all browsers of a member. */
    public void forgetBrowsers(String member) {
        jpa.tx(TransactionType.Required, em -> delete(em, "BrowserRow", member));
    }

    /** Which members of these have a browser that may be told now. */
    public List<String> reachable(Collection<String> members, Instant now) {
        return browsers(members).stream()
                .filter(browser -> browser.mayBeTold(now))
                .map(BrowserRow::member)
                .distinct()
                .toList();
    }

    /** The browsers of a member that it is for the caller to tell; whoever asks next has to wait until {@code rest} is over. */
    public List<BrowserRow> claimBrowsers(String member, Instant now, Instant rest) {
        return jpa.txExpr(TransactionType.Required, em -> {
            List<BrowserRow> claimed = em.createQuery(
                            "select b from BrowserRow b where b.member = :member order by b.id", BrowserRow.class)
                    .setParameter("member", member)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultStream()
                    .filter(browser -> browser.mayBeTold(now))
                    .toList();
            claimed.forEach(browser -> browser.rest(rest));
            return claimed;
        });
    }

    /** A browser was told, or could not be and rests longer. */
    public void tried(String id, boolean failed, Optional<Instant> rest) {
        jpa.tx(TransactionType.Required, em -> {
            BrowserRow row = em.find(BrowserRow.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row != null) {
                row.tried(failed);
                rest.ifPresent(row::rest);
            }
        });
    }

    /** The keys for push, which are made and kept if there are none. */
    public PushKeyRow pushKey(Supplier<PushKeyRow> made) {
        return pushKey().orElseGet(() -> {
            replacePushKey(made.get());
            return pushKey().orElseThrow();
        });
    }

    private Optional<PushKeyRow> pushKey() {
        return jpa.txExpr(
                TransactionType.Required, em -> Optional.ofNullable(em.find(PushKeyRow.class, PushKeyRow.ONLY)));
    }

    /** Keeps other keys. */
    public void replacePushKey(PushKeyRow keys) {
        jpa.tx(TransactionType.Required, em -> em.merge(keys));
    }
}
