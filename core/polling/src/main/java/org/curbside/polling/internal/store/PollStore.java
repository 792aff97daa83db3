package org.curbside.polling.internal.store;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.Tally;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Polls and ballots in the community's database; every method is one transaction. */
@Component(service = PollStore.class)
public final class PollStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code polling}. */
    @Activate
    public PollStore(@Reference(target = "(osgi.unit.name=polling)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Opens a poll and returns its id; on disk then. */
    public long open(PollRow poll) {
        return jpa.txExpr(TransactionType.Required, em -> {
            em.persist(poll);
            em.flush();
            return poll.id();
        });
    }

    /** The one with that id; empty while its question is hidden. */
    public Optional<PollRow> find(long poll) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(PollRow.class, poll))
                .filter(row -> !row.isWithdrawn()));
    }

    /** Hides a poll with its question, or shows it again. */
    public void withdraw(long poll, boolean hidden, long position) {
        jpa.tx(TransactionType.Required, em -> Optional.ofNullable(
                        em.find(PollRow.class, poll, LockModeType.PESSIMISTIC_WRITE))
                .ifPresent(row -> row.withdraw(hidden, position)));
    }

    /** Those with at least so many ballots and ids below {@code before}, newest first. */
    public List<PollRow> latest(long ballots, long before, int limit) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select p from PollRow p where p.withdrawn = false and p.ballots >= :ballots and p.id < :before order by p.id desc",
                        PollRow.class)
                .setParameter("ballots", ballots)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList());
    }

    /** How many polls are of that type. */
    public long count(String type) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select count(p) from PollRow p where p.type = :type", Long.class)
                .setParameter("type", type)
                .getSingleResult());
    }

    /** The newest version of the answers of polls of that type, in the urn or out of it. */
    public OptionalInt newestSchema(String type) {
        return jpa.txExpr(TransactionType.Required, em -> Stream.of("BallotRow", "UrnRow")
                .map(row -> em.createQuery(
                                "select max(b.schema) from " + row
                                        + " b, PollRow p where b.poll = p.id and p.type = :type",
                                Integer.class)
                        .setParameter("type", type)
                        .getSingleResult())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max());
    }

    /** Whether the holder of that key has answered. */
    public boolean answered(long poll, String who) {
        return jpa.txExpr(
                TransactionType.Required, em -> em.find(AnsweredRow.class, new AnsweredRow.Key(poll, who)) != null);
    }

    /**
     * Casts a ballot into the urn and counts it, or refuses a second one. Once {@code batch} ballots are in the urn, they are
     * taken out together, in an order drawn by lot, and members see them counted.
     */
    public void cast(Ballot ballot, Function<Tally, List<Figure>> figures, int batch, SecureRandom lots) {
        jpa.tx(TransactionType.Required, em -> {
            PollRow poll = em.find(PollRow.class, ballot.poll(), LockModeType.PESSIMISTIC_WRITE);
            if (em.find(AnsweredRow.class, new AnsweredRow.Key(ballot.poll(), ballot.who())) != null) {
                throw Refusal.conflict("already-answered", "You have answered this poll; a ballot counts once.");
            }
            em.persist(new AnsweredRow(ballot.poll(), ballot.who()));
            em.persist(new UrnRow(ballot.id(), ballot.poll(), ballot.schema(), ballot.answer()));
            Tally tally = poll.tally().plus(ballot.tally());
            poll.count(tally, figures.apply(tally));
            if (tally.ballots() - poll.shown() >= batch) {
                shuffle(em, ballot.poll(), lots);
                poll.show();
            }
        });
    }

    private static void shuffle(EntityManager em, long poll, SecureRandom lots) {
        List<UrnRow> urn = new ArrayList<>(em.createQuery("select u from UrnRow u where u.poll = :poll", UrnRow.class)
                .setParameter("poll", poll)
                .getResultList());
        Collections.shuffle(urn, lots);
        urn.forEach(waiting -> em.persist(waiting.drawn(lots.nextLong())));
        urn.forEach(em::remove);
    }

    /**
     * A ballot about to be cast.
     *
     * @param id drawn by lot
     * @param who the member's key in this poll
     * @param tally of this ballot alone
     */
    public record Ballot(long id, long poll, String who, int schema, String answer, Tally tally) {}
}
