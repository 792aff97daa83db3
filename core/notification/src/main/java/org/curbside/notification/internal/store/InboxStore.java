package org.curbside.notification.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.notification.Happening;
import org.curbside.api.notification.News;
import org.curbside.api.notification.Subject;
import org.curbside.store.Reading;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The inbox and what happened, in the community's database; every method is one transaction. */
@Component(service = InboxStore.class)
public final class InboxStore {

    private static final String CLOCK = "clock";

    /** Every event draws two numbers. */
    private static final int NUMBERS_KEPT = 2_000;

    private static final int HAPPENINGS_AT_ONCE = 200;
    private static final Duration READ_KEPT = Duration.ofDays(30);
    private static final Duration UNREAD_KEPT = Duration.ofDays(180);
    private static final int MOST_ENTRIES = 500;
    private static final int PART = 500;

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code notification}. */
    @Activate
    public InboxStore(@Reference(target = "(osgi.unit.name=notification)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** An event that has nobody to be told of it any more is handled all the same. */
    public void pass(String listener, long position) {
        jpa.tx(TransactionType.Required, em -> PositionRow.locked(em, listener).moveTo(position));
    }

    /**
     * Tells members of what happened, unless that was done before. Whoever asked or advised watches the question from now on, if
     * they have not chosen otherwise, and is not told of what they did. Members are told in parts, so that nobody who opens the
     * question meanwhile waits for all of it; when it breaks off, those who were told are not told again.
     *
     * @param watching of all subscriptions that concern the question, says which members are told
     * @return who was told
     */
    public List<Long> tell(
            String listener,
            long position,
            Told news,
            Function<Collection<SubscriptionRow>, ? extends Collection<Long>> watching) {
        long drawn = draw(listener, position);
        if (drawn == 0) {
            return List.of();
        }
        List<Long> told = told(news, watching);
        for (int from = 0; from < told.size(); from += PART) {
            List<Long> part = told.subList(from, Math.min(told.size(), from + PART));
            jpa.tx(TransactionType.Required, em -> tell(em, part, news, drawn));
        }
        jpa.tx(TransactionType.Required, em -> {
            PositionRow.locked(em, listener).moveTo(position);
            em.persist(new HappeningRow(
                    news.happening(PositionRow.locked(em, CLOCK).next())));
            if (!news.kind().isPrivate()) {
                SubscriptionStore.row(
                                em,
                                news.member(),
                                Subject.QUESTION,
                                "" + news.place().question())
                        .watch();
            }
        });
        return told;
    }

    private long draw(String listener, long position) {
        return jpa.txExpr(TransactionType.Required, em -> {
            PositionRow row = PositionRow.locked(em, listener);
            return row.isPast(position) ? 0L : row.drawn(PositionRow.locked(em, CLOCK));
        });
    }

    private List<Long> told(Told news, Function<Collection<SubscriptionRow>, ? extends Collection<Long>> watching) {
        if (news.kind().isPrivate()) {
            return List.of(news.member());
        }
        List<SubscriptionRow> rows =
                jpa.txExpr(TransactionType.Required, em -> SubscriptionStore.concerning(em, news.place())
                        .toList());
        return watching.apply(rows).stream()
                .filter(member -> member != news.member())
                .sorted()
                .toList();
    }

    private static void tell(EntityManager em, List<Long> members, Told news, long drawn) {
        long question = news.place().question();
        Map<Long, EntryRow> entries = em.createQuery(
                        "select e from EntryRow e where e.question = :question and e.member in :members order by e.member",
                        EntryRow.class)
                .setParameter("question", question)
                .setParameter("members", members)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(Collectors.toMap(EntryRow::member, Function.identity()));
        members.forEach(member -> {
            EntryRow entry = entries.get(member);
            if (entry == null) {
                entry = new EntryRow(member, question, news.at());
                em.persist(entry);
            }
            entry.tell(news.kind(), drawn, news.at());
        });
    }

    /** A member's entries below {@code before}, the latest first. */
    public List<EntryRow> entries(long member, long before, int limit) {
        return jpa.txExpr(TransactionType.Required, em -> Reading.query(
                        em,
                        "select e from EntryRow e where e.member = :member and e.moved < :before order by e.moved desc",
                        EntryRow.class)
                .setParameter("member", member)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList());
    }

    /** How many entries each of these members has not read. */
    public Map<Long, Integer> unread(Collection<Long> members) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select e.member, count(e.question) from EntryRow e where e.member in :members and e.seen = false"
                                + " group by e.member",
                        Object[].class)
                .setParameter("members", members)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> ((Number) row[1]).intValue())));
    }

    /** What a member can be reminded of. */
    public News news(long member) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Object[] row = em.createQuery(
                            "select count(e.question), max(e.moved) from EntryRow e where e.member = :member and e.seen = false"
                                    + " and e.reminded = false",
                            Object[].class)
                    .setParameter("member", member)
                    .getSingleResult();
            return new News(((Number) row[0]).intValue(), row[1] == null ? 0 : (Long) row[1]);
        });
    }

    /** A member knows of all entries up to that one. */
    public void reminded(long member, long last) {
        jpa.tx(TransactionType.Required, em -> em.createQuery(
                        "update EntryRow e set e.reminded = true where e.member = :member and e.moved <= :last"
                                + " and e.reminded = false")
                .setParameter("member", member)
                .setParameter("last", last)
                .executeUpdate());
    }

    /** A member has read what was told of a question. */
    public void read(long member, long question) {
        jpa.tx(TransactionType.Required, em -> read(em, member, question));
    }

    private static void read(EntityManager em, long member, long question) {
        em.createQuery("update EntryRow e set e.seen = true where e.member = :member and e.question = :question"
                        + " and e.seen = false")
                .setParameter("member", member)
                .setParameter("question", question)
                .executeUpdate();
    }

    /** A member has read everything. */
    public void readAll(long member) {
        jpa.tx(TransactionType.Required, em -> em.createQuery(
                        "update EntryRow e set e.seen = true where e.member = :member and e.seen = false")
                .setParameter("member", member)
                .executeUpdate());
    }

    /** The id of the latest happening; 0 before the first. */
    public long latest() {
        return jpa.txExpr(TransactionType.Required, em -> Stream.ofNullable(em.find(PositionRow.class, CLOCK))
                .mapToLong(PositionRow::position)
                .findFirst()
                .orElse(0));
    }

    /** What happened after the one with that id, in order. */
    public List<Happening> after(long id) {
        return jpa.txExpr(TransactionType.Required, em -> Reading.query(
                        em, "select h from HappeningRow h where h.id > :id order by h.id", HappeningRow.class)
                .setParameter("id", id)
                .setMaxResults(HAPPENINGS_AT_ONCE)
                .getResultStream()
                .map(HappeningRow::happening)
                .toList());
    }

    /** Takes away what is kept no longer. */
    public void purge(Instant now) {
        long last = latest();
        jpa.tx(TransactionType.Required, em -> {
            em.createQuery("delete from HappeningRow h where h.id <= :last")
                    .setParameter("last", last - NUMBERS_KEPT)
                    .executeUpdate();
            em.createQuery("delete from EntryRow e where (e.seen = true and e.happened < :read) or e.happened < :any")
                    .setParameter("read", now.minus(READ_KEPT))
                    .setParameter("any", now.minus(UNREAD_KEPT))
                    .executeUpdate();
            em.createQuery("delete from OpenedRow o where o.opened < :any")
                    .setParameter("any", now.minus(UNREAD_KEPT))
                    .executeUpdate();
        });
        full().forEach(this::shorten);
    }

    private List<Long> full() {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select e.member from EntryRow e group by e.member having count(e.question) > :most",
                        Long.class)
                .setParameter("most", (long) MOST_ENTRIES)
                .getResultList());
    }

    private void shorten(long member) {
        jpa.tx(TransactionType.Required, em -> {
            long oldest = em.createQuery(
                            "select e.moved from EntryRow e where e.member = :member order by e.moved desc", Long.class)
                    .setParameter("member", member)
                    .setFirstResult(MOST_ENTRIES - 1)
                    .setMaxResults(1)
                    .getSingleResult();
            em.createQuery("delete from EntryRow e where e.member = :member and e.moved < :oldest")
                    .setParameter("member", member)
                    .setParameter("oldest", oldest)
                    .executeUpdate();
        });
    }

    /**
     * What is told.
     *
     * @param member whoever did it, or whom alone it concerns
     */
    public record Told(Happening.Kind kind, Place place, long member, Instant at) {

        Happening happening(long id) {
            return new Happening(id, kind, place.question(), place.channel(), place.walled(), member);
        }
    }
}
