package org.curbside.polling.internal.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /** The one with that id. */
    public Optional<PollRow> find(long poll) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(PollRow.class, poll)));
    }

    /** The newest, newest first. */
    public List<PollRow> latest(int limit) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select p from PollRow p order by p.id desc", PollRow.class)
                .setMaxResults(limit)
                .getResultList());
    }

    /** Whether the holder of that key has answered. */
    public boolean answered(long poll, String who) {
        return jpa.txExpr(
                TransactionType.Required, em -> em.find(AnsweredRow.class, new AnsweredRow.Key(poll, who)) != null);
    }

    /** Casts a ballot and counts it, or refuses a second one. */
    public void cast(Ballot ballot, Function<Tally, List<Figure>> figures) {
        jpa.tx(TransactionType.Required, em -> {
            PollRow poll = em.find(PollRow.class, ballot.poll(), LockModeType.PESSIMISTIC_WRITE);
            if (em.find(AnsweredRow.class, new AnsweredRow.Key(ballot.poll(), ballot.who())) != null) {
                throw Refusal.conflict("already-answered", "You have answered this poll; a ballot counts once.");
            }
            em.persist(new AnsweredRow(ballot.poll(), ballot.who()));
            em.persist(new BallotRow(ballot.id(), ballot.poll(), ballot.schema(), ballot.answer()));
            Tally tally = poll.tally().plus(ballot.tally());
            poll.count(tally, figures.apply(tally));
        });
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
