package org.curbside.insight.internal.store;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.insight.Activity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts in the community's database; every method is one transaction. */
@Component(service = CountStore.class)
public final class CountStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code insight}. */
    @Activate
    public CountStore(@Reference(target = "(osgi.unit.name=insight)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Counts what events tell, by their positions, but for those that were counted before. */
    public void count(String listener, SortedMap<Long, Post> posts) {
        jpa.tx(TransactionType.Required, em -> {
            List<Post> fresh = fresh(em, listener, posts);
            fresh.forEach(post -> activate(em, post));
            fresh.stream()
                    .flatMap(post -> post.topics().stream()
                            .map(topic ->
                                    new TopicWeekRow.Key(topic, post.week().toString())))
                    .collect(groupingBy(identity(), counting()))
                    .forEach((when, posted) -> week(em, when).count(posted));
        });
    }

    /** Counts physicians as active, but for the events that were counted before; no post is counted. */
    public void countActivity(String listener, SortedMap<Long, Post> posts) {
        jpa.tx(TransactionType.Required, em -> fresh(em, listener, posts).forEach(post -> activate(em, post)));
    }

    private static List<Post> fresh(EntityManager em, String listener, SortedMap<Long, Post> posts) {
        PositionRow position = position(em, listener);
        return posts.entrySet().stream()
                .filter(post -> position.moveTo(post.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Counts so many posts more, or fewer, on each topic in a week, unless the event was counted before. */
    public void recount(String listener, long position, List<String> topics, LocalDate week, long more) {
        jpa.tx(TransactionType.Required, em -> {
            if (position(em, listener).moveTo(position)) {
                topics.forEach(topic ->
                        week(em, new TopicWeekRow.Key(topic, week.toString())).count(more));
            }
        });
    }

    /** Different physicians per topic and specialty; the last day exclusive. */
    public List<Activity> activity(LocalDate from, LocalDate until) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select new org.curbside.api.insight.Activity(a.topic, a.specialty, count(distinct a.member))"
                                + " from ActivityRow a where a.week >= :from and a.week < :until"
                                + " group by a.topic, a.specialty order by a.topic, a.specialty",
                        Activity.class)
                .setParameter("from", from.toString())
                .setParameter("until", until.toString())
                .getResultList());
    }

    /** Weekly counts of every topic, the last day exclusive. */
    public List<TopicWeekRow> weeks(LocalDate from, LocalDate until) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select w from TopicWeekRow w where w.week >= :from and w.week < :until order by w.topic, w.week",
                        TopicWeekRow.class)
                .setParameter("from", from.toString())
                .setParameter("until", until.toString())
                .getResultList());
    }

    private static PositionRow position(EntityManager em, String listener) {
        PositionRow row = em.find(PositionRow.class, listener, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            row = new PositionRow(listener);
            em.persist(row);
        }
        return row;
    }

    private static void activate(EntityManager em, Post post) {
        for (String topic : post.topics()) {
            ActivityRow.Key who = new ActivityRow.Key(post.week().toString(), topic, post.member());
            if (em.find(ActivityRow.class, who) == null) {
                em.persist(new ActivityRow(who, post.specialty()));
            }
        }
    }

    /** Once for each in one transaction: who locks a row reads it again. */
    private static TopicWeekRow week(EntityManager em, TopicWeekRow.Key when) {
        TopicWeekRow count = em.find(TopicWeekRow.class, when, LockModeType.PESSIMISTIC_WRITE);
        if (count == null) {
            count = new TopicWeekRow(when);
            em.persist(count);
        }
        return count;
    }

    /** A question, a comment or a rating, as far as it is counted; {@code week} is a Monday. */
    public record Post(List<String> topics, String specialty, long member, LocalDate week) {}
}
