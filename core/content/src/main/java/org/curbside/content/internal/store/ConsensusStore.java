package org.curbside.content.internal.store;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.content.AdviceInMinority;
import org.curbside.api.content.Consensus;
import org.curbside.api.content.Rating;
import org.curbside.api.content.Standing;
import org.curbside.content.internal.consensus.Bridging.Fit;
import org.curbside.content.internal.consensus.Opinions;
import org.curbside.content.internal.consensus.Taste;
import org.curbside.store.Outbox;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fits and what they make of the advice; every method is one transaction but where it says otherwise. */
@Component(service = ConsensusStore.class)
public final class ConsensusStore {

    /** So much advice is read or written at once. */
    private static final int PART = 500;

    /** Of a rating r of the advice c: it is not by somebody who is in one ring with the author. */
    private static final String COUNTS = " and not exists (select x.member from RingRow x, RingRow y"
            + " where x.member = r.member and y.member = c.member and x.ring = y.ring)";

    private final JpaTemplate jpa;
    private final Outbox outbox;

    /** Uses the persistence unit {@code content}. */
    @Activate
    public ConsensusStore(@Reference(target = "(osgi.unit.name=content)") JpaTemplate jpa, @Reference Outbox outbox) {
        this.jpa = jpa;
        this.outbox = outbox;
    }

    /** How far the ratings have gone on since the last fit. */
    public FitRow.State state() {
        return jpa.txExpr(
                TransactionType.Required, em -> row(em, LockModeType.NONE).state());
    }

    private static FitRow row(EntityManager em, LockModeType lock) {
        return em.find(FitRow.class, FitRow.ONLY, lock);
    }

    /** The last fit. */
    public Fit fit() {
        return jpa.txExpr(TransactionType.Required, em -> {
            Map<Long, Taste> raters = em.createQuery("select r from RaterRow r", RaterRow.class)
                    .getResultStream()
                    .collect(Collectors.toMap(RaterRow::member, RaterRow::taste));
            return row(em, LockModeType.NONE).fit(raters, rings(em));
        });
    }

    /** Who is in a ring by the last fit, and in which. */
    public Map<Long, Long> rings() {
        return jpa.txExpr(TransactionType.Required, ConsensusStore::rings);
    }

    private static Map<Long, Long> rings(EntityManager em) {
        return em.createQuery("select r from RingRow r", RingRow.class)
                .getResultStream()
                .collect(Collectors.toMap(RingRow::member, RingRow::ring));
    }

    /**
     * From here on the ratings, and what later showed, are those to be fitted as they are now; but not those of walled channels, for what
     * divides members in politics is not what divides them in medicine, not those of what moderators have hidden, and not those taken over
     * from elsewhere, of whose raters nothing else is known. In parts, so that nobody who rates meanwhile waits for all of it.
     *
     * @param eachPart is called before each; what it throws ends it
     */
    public void begin(Runnable eachPart) {
        jpa.tx(TransactionType.Required, em -> row(em, LockModeType.PESSIMISTIC_WRITE)
                .begin());
        long last = last();
        for (long first = 0; first <= last; first += PART) {
            eachPart.run();
            long from = first;
            jpa.tx(TransactionType.Required, em -> begin(em, from, from + PART));
        }
    }

    private static void begin(EntityManager em, long first, long end) {
        em.createQuery("update RatingRow r set r.fitted = r.rating where r.advice >= :first and r.advice < :end"
                        + " and r.member > 0 and (r.fitted is null or r.fitted <> r.rating)"
                        + " and r.advice not in (select c.id from CommentRow c, QuestionRow q"
                        + " where c.id >= :first and c.id < :end and q.id = c.question"
                        + " and (q.channel in :walled or c.hidden is not null or q.hidden is not null))")
                .setParameter("first", first)
                .setParameter("end", end)
                .setParameter("walled", QuestionStore.WALLED)
                .executeUpdate();
        em.createQuery("update RatingRow r set r.fitted = null where r.advice >= :first and r.advice < :end"
                        + " and r.fitted is not null and r.advice in (select c.id from CommentRow c, QuestionRow q"
                        + " where c.id >= :first and c.id < :end and q.id = c.question"
                        + " and (c.hidden is not null or q.hidden is not null))")
                .setParameter("first", first)
                .setParameter("end", end)
                .executeUpdate();
        em.createQuery("update CommentRow c set c.hindsightFitted = null where c.id >= :first and c.id < :end"
                        + " and c.hidden is not null and c.hindsightFitted is not null")
                .setParameter("first", first)
                .setParameter("end", end)
                .executeUpdate();
        em.createQuery("update CommentRow c set c.hindsightFitted = c.hindsight where c.id >= :first and c.id < :end"
                        + " and c.hidden is null and (c.hindsight is not null or c.hindsightFitted is not null)")
                .setParameter("first", first)
                .setParameter("end", end)
                .executeUpdate();
    }

    /**
     * The ratings to be fitted; in parts, for those do not change until {@link #begin} is called again.
     *
     * @param eachPart is called before each; what it throws ends it
     */
    public Opinions opinions(Runnable eachPart) {
        Opinions opinions = new Opinions();
        long last = last();
        for (long first = 0; first <= last; first += PART) {
            eachPart.run();
            part(first, "fitted")
                    .forEach(rating -> opinions.add(
                            (Long) rating[0], (Long) rating[3], (Long) rating[1], RatingRow.value((Rating) rating[2])));
        }
        return opinions;
    }

    private long last() {
        return jpa.txExpr(
                TransactionType.Required, em -> em.createQuery("select max(c.id) from CommentRow c", Long.class)
                        .getResultStream()
                        .filter(id -> id != null)
                        .findFirst()
                        .orElse(-1L));
    }

    private List<Object[]> part(long first, String rating) {
        return jpa.txExpr(TransactionType.Required, em -> ratings(em, first, first + PART, rating));
    }

    /** Advice, rater, rating, author: of the advice from {@code first} to before {@code end}, in that order. */
    private static List<Object[]> ratings(EntityManager em, long first, long end, String rating) {
        return em.createQuery(
                        "select r.advice, r.member, r." + rating + ", c.member from RatingRow r, CommentRow c"
                                + " where r.advice = c.id and r.advice >= :first and r.advice < :end and r." + rating
                                + " is not null order by r.advice, r.member",
                        Object[].class)
                .setParameter("first", first)
                .setParameter("end", end)
                .getResultList();
    }

    /** Keeps a fit; from here on advice is weighed by it. */
    public void keep(Fit fit, long opinions) {
        jpa.tx(TransactionType.Required, em -> {
            em.createQuery("delete from RaterRow r").executeUpdate();
            em.createQuery("delete from RingRow r").executeUpdate();
            em.createQuery("delete from StandingRow s").executeUpdate();
            fit.raters().forEach((member, taste) -> em.persist(new RaterRow(member, taste)));
            fit.rings().forEach((member, ring) -> em.persist(new RingRow(member, ring)));
            em.flush();
            standings(em).forEach((member, standing) -> em.persist(new StandingRow(member, standing)));
            em.flush(); // those who rate meanwhile wait for the row that comes now
            row(em, LockModeType.PESSIMISTIC_WRITE).made(fit, opinions);
        });
    }

    /** Every author's standing, of the ratings that are fitted and of what is known of rings. */
    public Map<Long, Standing> standings() {
        return jpa.txExpr(TransactionType.Required, ConsensusStore::standings);
    }

    /** Every author's standing as it is kept. */
    public Map<Long, Standing> keptStandings() {
        return jpa.txExpr(
                TransactionType.Required, em -> em.createQuery("select s from StandingRow s", StandingRow.class)
                        .getResultStream()
                        .collect(Collectors.toMap(StandingRow::member, StandingRow::standing)));
    }

    private static Map<Long, Standing> standings(EntityManager em) {
        List<Object[]> ratings = em.createQuery(
                        "select c.member, r.fitted, count(r.advice) from RatingRow r, CommentRow c"
                                + " where r.advice = c.id and r.fitted is not null and r.expertise <> c.expertise"
                                + COUNTS + " group by c.member, r.fitted",
                        Object[].class)
                .getResultList();
        List<Object[]> outcomes = em.createQuery(
                        "select c.member, c.hindsightFitted, count(c.id) from CommentRow c"
                                + " where c.hindsightFitted is not null group by c.member, c.hindsightFitted",
                        Object[].class)
                .getResultList();
        Map<Long, Standing> standings = new HashMap<>();
        Stream.of(ratings, outcomes)
                .flatMap(List::stream)
                .forEach(count -> standings.merge(
                        (Long) count[0],
                        StandingRow.part(count[1], ((Number) count[2]).intValue()),
                        StandingRow::together));
        return standings;
    }

    /**
     * Weighs all advice anew, part by part.
     *
     * @param since from when on a view is a minority's of which no rating has said so; null leaves that to the ratings
     * @param eachPart is called before each; what it throws ends it
     */
    public void weighAll(Fit fit, Predicate<Tally> isMinority, @Nullable Instant since, Runnable eachPart) {
        long last = last();
        for (long first = 0; first <= last; first += PART) {
            eachPart.run();
            long from = first;
            jpa.tx(TransactionType.Required, em -> weigh(em, fit, from, isMinority, since));
        }
    }

    /** All advice is weighed by the last fit. */
    public void finish() {
        jpa.tx(TransactionType.Required, em -> row(em, LockModeType.PESSIMISTIC_WRITE)
                .finish());
    }

    private void weigh(EntityManager em, Fit fit, long first, Predicate<Tally> isMinority, @Nullable Instant since) {
        List<CommentRow> rows = em.createQuery(
                        "select c from CommentRow c where c.id >= :first and c.id < :end order by c.id",
                        CommentRow.class)
                .setParameter("first", first)
                .setParameter("end", first + PART)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        Map<Long, Tally> weighed = weighed(em, fit, rows);
        rows.forEach(row -> {
            row.weigh(requireNonNull(weighed.get(row.id())));
            if (since != null) {
                minority(em, row, isMinority.test(row.tally()), since);
            }
        });
    }

    /** Says so when it becomes one; what was written elsewhere has an author of no account. */
    private void minority(EntityManager em, CommentRow row, boolean is, Instant at) {
        if (row.minority(is, at) && row.member() > 0) {
            outbox.append(em, new AdviceInMinority(row.question(), row.id(), row.member(), at));
        }
    }

    /** What the ratings of advice that follows upon each other amount to. */
    private static Map<Long, Tally> weighed(EntityManager em, Fit fit, List<CommentRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        long first = rows.get(0).id();
        long last = rows.get(rows.size() - 1).id();
        Map<Long, StandingRow> standings = em.createQuery(
                        "select s from StandingRow s where s.member in"
                                + " (select c.member from CommentRow c where c.id between :first and :last)",
                        StandingRow.class)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultStream()
                .collect(Collectors.toMap(StandingRow::member, identity()));
        Map<Long, Weight> weights = new HashMap<>();
        for (CommentRow row : rows) {
            weights.put(row.id(), new Weight(fit, row.member(), StandingRow.score(standings.get(row.member()))));
        }
        for (Object[] rating : ratings(em, first, last + 1, "rating")) {
            Weight weight = weights.get((Long) rating[0]);
            if (weight != null) {
                weight.add((Long) rating[1], (Rating) rating[2]);
            }
        }
        Map<Long, Tally> weighed = new HashMap<>();
        weights.forEach((advice, weight) -> weighed.put(advice, weight.tally()));
        return weighed;
    }

    /**
     * Weighs one piece of advice anew, after ratings of it came or changed.
     *
     * @param isMinority says of its ratings whether it is a minority view
     * @param fresh how many of them a fit has yet to take in
     * @return its question; empty if there is no such advice
     */
    public Optional<Long> weigh(long advice, Fit fit, Predicate<Tally> isMinority, Instant at, int fresh) {
        return jpa.txExpr(TransactionType.Required, em -> {
            CommentRow row = em.find(CommentRow.class, advice, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                return Optional.empty();
            }
            row.weigh(requireNonNull(weighed(em, fit, List.of(row)).get(advice)));
            minority(em, row, isMinority.test(row.tally()), at);
            if (fresh > 0) {
                row(em, LockModeType.PESSIMISTIC_WRITE).freshened(fresh);
            }
            return Optional.of(row.question());
        });
    }

    /** The questions some advice on which was rated. */
    public List<Long> rated() {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select distinct c.question from CommentRow c where c.agree + c.partly + c.disagree > 0"
                                + " order by c.question",
                        Long.class)
                .getResultList());
    }

    /** The ratings of all advice on a question, by the advice. */
    public Map<Long, Tally> tallies(long question) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select c from CommentRow c, QuestionRow q where q.id = :question and c.question = q.id"
                                + " and q.hidden is null and c.hidden is null",
                        CommentRow.class)
                .setParameter("question", question)
                .getResultStream()
                .collect(Collectors.toMap(CommentRow::id, CommentRow::tally)));
    }

    /** How those who disagree with one piece of advice rate the others on its question. */
    public Map<Long, Tally> byThoseWhoDisagree(long question, long advice) {
        List<Object[]> counts = jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select r.advice, r.rating, count(r.member) from RatingRow r, CommentRow c, RatingRow d"
                                + " where c.question = :question and r.advice = c.id and r.advice <> :advice and c.hidden is null"
                                + " and d.advice = :advice and d.member = r.member and d.rating = :disagree"
                                + COUNTS + " group by r.advice, r.rating",
                        Object[].class)
                .setParameter("question", question)
                .setParameter("advice", advice)
                .setParameter("disagree", Rating.DISAGREE)
                .getResultList());
        Map<Long, Tally> tallies = new HashMap<>();
        for (Object[] count : counts) {
            Tally before = tallies.getOrDefault((Long) count[0], Tally.NONE);
            tallies.put((Long) count[0], before.with((Rating) count[1], ((Number) count[2]).intValue()));
        }
        return tallies;
    }

    /** How many different members rated advice on a question, by ratings that count. */
    public int raters(long question) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select count(distinct r.member) from RatingRow r, CommentRow c"
                                + " where c.question = :question and r.advice = c.id and c.hidden is null"
                                + " and r.member > 0" + COUNTS,
                        Long.class)
                .setParameter("question", question)
                .getSingleResult()
                .intValue());
    }

    /** Keeps what the ratings on a question amount to; not for one question twice at once. */
    public void keep(long question, Consensus consensus) {
        jpa.tx(TransactionType.Required, em -> {
            ConsensusRow row = em.find(ConsensusRow.class, question);
            if (row == null && !consensus.equals(Consensus.NONE)) {
                row = new ConsensusRow(question);
                em.persist(row);
            }
            if (row != null) {
                row.keep(consensus);
            }
        });
    }

    /** What they amount to; nothing, while nothing can be said. */
    public Consensus consensus(long question) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(ConsensusRow.class, question))
                .map(ConsensusRow::consensus)
                .orElse(Consensus.NONE));
    }

    /** What is kept of one piece of advice, and what its ratings amount to. */
    public record Kept(long advice, Tally tally, Tally weighed) {}

    /** It beside its ratings, from {@code first} on, {@code most} at a time; empty when there is no more. */
    public List<Kept> kept(long first, int most, Fit fit) {
        return jpa.txExpr(TransactionType.Required, em -> {
            List<CommentRow> rows = em.createQuery(
                            "select c from CommentRow c where c.id >= :first order by c.id", CommentRow.class)
                    .setParameter("first", first)
                    .setMaxResults(most)
                    .getResultList();
            Map<Long, Tally> weighed = weighed(em, fit, rows);
            return rows.stream()
                    .map(row -> new Kept(row.id(), row.tally(), requireNonNull(weighed.get(row.id()))))
                    .toList();
        });
    }
}
