package org.curbside.notification.internal.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.notification.Level;
import org.curbside.api.notification.Subject;
import org.curbside.api.notification.Subscriptions;
import org.curbside.api.refusal.Refusal;
import org.curbside.store.Reading;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Subscriptions in the community's database; every method is one transaction. */
@Component(service = SubscriptionStore.class)
public final class SubscriptionStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code notification}. */
    @Activate
    public SubscriptionStore(@Reference(target = "(osgi.unit.name=notification)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** All that a member has chosen. */
    public List<SubscriptionRow> chosen(long member) {
        return jpa.txExpr(TransactionType.Required, em -> Reading.query(
                        em,
                        "select s from SubscriptionRow s where s.member = :member and s.chosen is not null",
                        SubscriptionRow.class)
                .setParameter("member", member)
                .getResultList());
    }

    /** A member's own of one thing. */
    public Optional<SubscriptionRow> find(long member, Subject subject, String name) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> Reading.find(em, SubscriptionRow.class, new SubscriptionRow.Key(member, subject, name)));
    }

    /** Keeps what a member chooses; null for what is usual. */
    public void choose(long member, Subject subject, String name, @Nullable Level level) {
        jpa.tx(TransactionType.Required, em -> {
            SubscriptionRow row = row(em, member, subject, name);
            if (row.chosen() == null && level != null && count(em, member) >= Subscriptions.MOST) {
                throw Refusal.conflict(
                        "too-many-subscriptions",
                        "You have chosen for " + Subscriptions.MOST + " things. Let go of some first.");
            }
            row.choose(level);
            if (row.level() == null) {
                em.remove(row);
            }
        });
    }

    private static long count(EntityManager em, long member) {
        return em.createQuery(
                        "select count(s) from SubscriptionRow s where s.member = :member and s.chosen is not null",
                        Long.class)
                .setParameter("member", member)
                .getSingleResult();
    }

    static SubscriptionRow row(EntityManager em, long member, Subject subject, String name) {
        SubscriptionRow row = em.find(SubscriptionRow.class, new SubscriptionRow.Key(member, subject, name));
        if (row == null) {
            row = new SubscriptionRow(member, subject, name);
            em.persist(row);
        }
        return row;
    }

    /** A member's own that could concern these questions, of which there is one at least: all of channels and topics, and those of the questions. */
    public List<SubscriptionRow> concerning(long member, Collection<Long> questions) {
        List<String> names = questions.stream().map(String::valueOf).sorted().toList();
        return jpa.txExpr(
                TransactionType.Required, em -> Stream.concat(ofNoQuestion(em, member), ofQuestions(em, member, names))
                        .toList());
    }

    /** Both come together in the key. */
    private static Stream<SubscriptionRow> ofNoQuestion(EntityManager em, long member) {
        return Reading.query(
                em,
                "select s from SubscriptionRow s where s.member = :member and s.subject between :first and :last",
                SubscriptionRow.class)
                .setParameter("member", member)
                .setParameter("first", Subject.SPECIALTY)
                .setParameter("last", Subject.TOPIC)
                .getResultList()
                .stream();
    }

    /** With the bounds of the names, for H2 looks through all questions of the member for a list alone, and those of a page lie close together. */
    private static Stream<SubscriptionRow> ofQuestions(EntityManager em, long member, List<String> names) {
        return Reading.query(
                em,
                "select s from SubscriptionRow s where s.member = :member and s.subject = :question"
                        + " and s.name between :first and :last and s.name in :names",
                SubscriptionRow.class)
                .setParameter("member", member)
                .setParameter("question", Subject.QUESTION)
                .setParameter("first", names.get(0))
                .setParameter("last", names.get(names.size() - 1))
                .setParameter("names", names)
                .getResultList()
                .stream();
    }

    /** Everybody's that concern that question. */
    static Stream<SubscriptionRow> concerning(EntityManager em, Place place) {
        return Stream.of(Subject.values())
                .filter(subject -> !place.names(subject).isEmpty())
                .flatMap(subject -> Reading.query(
                        em,
                        "select s from SubscriptionRow s where s.subject = :subject and s.name in :names",
                        SubscriptionRow.class)
                        .setParameter("subject", subject)
                        .setParameter("names", place.names(subject))
                        .getResultList()
                        .stream());
    }
}
