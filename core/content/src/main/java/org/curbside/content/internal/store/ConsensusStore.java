package org.curbside.content.internal.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.content.Consensus;
import org.curbside.api.content.Rating;
import org.curbside.content.internal.consensus.Bridging.Fit;
import org.curbside.content.internal.consensus.Bridging.ItemFit;
import org.curbside.content.internal.consensus.Opinions;
import org.curbside.content.internal.consensus.Taste;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fits and what they make of the advice; every method is one transaction but where it says otherwise. */
@Component(service = ConsensusStore.class)
public final class ConsensusStore {

    /** So much advice is read or written at once. */
    private static final int PART = 500;

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code content}. */
    @Activate
    public ConsensusStore(@Reference(target = "(osgi.unit.name=content)") JpaTemplate jpa) {
        this.jpa = jpa;
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
            return row(em, LockModeType.NONE).fit(raters);
        });
    }

    /** From here on the ratings as they are now are those to be fitted. */
    public void begin() {
        jpa.tx(TransactionType.Required, em -> {
            row(em, LockModeType.PESSIMISTIC_WRITE).begin();
            em.createQuery("update RatingRow r set r.fitted = r.rating where r.fitted is null or r.fitted <> r.rating")
                    .executeUpdate();
        });
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
            List<Object[]> part = part(first, "fitted");
            part.forEach(
                    rating -> opinions.add((Long) rating[0], (Long) rating[1], RatingRow.value((Rating) rating[2])));
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

    /** Advice, member, rating: of the advice from {@code first} to before {@code end}, in that order. */
    private static List<Object[]> ratings(EntityManager em, long first, long end, String rating) {
        return em.createQuery(
                        "select r.advice, r.member, r." + rating + " from RatingRow r where r.advice >= :first"
                                + " and r.advice < :end and r." + rating + " is not null order by r.advice, r.member",
                        Object[].class)
                .setParameter("first", first)
                .setParameter("end", end)
                .getResultList();
    }

    /** Keeps a fit; from here on advice is weighed by it. */
    public void keep(Fit fit, long opinions) {
        jpa.tx(TransactionType.Required, em -> {
            em.createQuery("delete from RaterRow r").executeUpdate();
            fit.raters().forEach((member, taste) -> em.persist(new RaterRow(member, taste)));
            row(em, LockModeType.PESSIMISTIC_WRITE).made(fit, opinions);
        });
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

    private static void weigh(
            EntityManager em, Fit fit, long first, Predicate<Tally> isMinority, @Nullable Instant since) {
        List<CommentRow> rows = em.createQuery(
                        "select c from CommentRow c where c.id >= :first and c.id < :end order by c.id",
                        CommentRow.class)
                .setParameter("first", first)
                .setParameter("end", first + PART)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        Map<Long, ItemFit> items = items(fit, ratings(em, first, first + PART, "rating"));
        rows.forEach(row -> {
            row.weigh(items.getOrDefault(row.id(), fit.item()));
            if (since != null) {
                row.minority(isMinority.test(row.tally()), since);
            }
        });
    }

    private static Map<Long, ItemFit> items(Fit fit, List<Object[]> ratings) {
        Map<Long, ItemFit> items = new HashMap<>();
        ratings.forEach(rating -> items.computeIfAbsent((Long) rating[0], advice -> fit.item())
                .add((Long) rating[1], RatingRow.value((Rating) rating[2])));
        return items;
    }

    /**
     * Weighs one piece of advice anew, after a rating of it came or changed.
     *
     * @param isMinority says of its ratings whether it is a minority view
     * @return its question; empty if there is no such advice
     */
    public Optional<Long> weigh(long advice, Fit fit, Predicate<Tally> isMinority, Instant at) {
        return jpa.txExpr(TransactionType.Required, em -> {
            CommentRow row = em.find(CommentRow.class, advice, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                return Optional.empty();
            }
            Map<Long, ItemFit> items = items(fit, ratings(em, advice, advice + 1, "rating"));
            row.weigh(items.getOrDefault(advice, fit.item()));
            row.minority(isMinority.test(row.tally()), at);
            row(em, LockModeType.PESSIMISTIC_WRITE).freshened();
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
                        "select c from CommentRow c where c.question = :question", CommentRow.class)
                .setParameter("question", question)
                .getResultStream()
                .collect(Collectors.toMap(CommentRow::id, CommentRow::tally)));
    }

    /** How those who disagree with one piece of advice rate the others on its question. */
    public Map<Long, Tally> byThoseWhoDisagree(long question, long advice) {
        List<Object[]> counts = jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select r.advice, r.rating, count(r.member) from RatingRow r, CommentRow c, RatingRow d"
                                + " where c.question = :question and r.advice = c.id and r.advice <> :advice"
                                + " and d.advice = :advice and d.member = r.member and d.rating = :disagree"
                                + " group by r.advice, r.rating",
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

    /** How many different members rated advice on a question. */
    public int raters(long question) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select count(distinct r.member) from RatingRow r, CommentRow c"
                                + " where c.question = :question and r.advice = c.id",
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

    /** What is kept of one piece of advice, and what its ratings are. */
    public record Kept(long advice, Tally tally, Tally counted, ItemFit item) {}

    /** It beside its ratings, from {@code first} on, {@code most} at a time; empty when there is no more. */
    public List<Kept> kept(long first, int most, Fit fit) {
        return jpa.txExpr(TransactionType.Required, em -> {
            List<CommentRow> rows = em.createQuery(
                            "select c from CommentRow c where c.id >= :first order by c.id", CommentRow.class)
                    .setParameter("first", first)
                    .setMaxResults(most)
                    .getResultList();
            if (rows.isEmpty()) {
                return List.of();
            }
            List<Object[]> ratings =
                    ratings(em, first, rows.get(rows.size() - 1).id() + 1, "rating");
            Map<Long, ItemFit> items = items(fit, ratings);
            Map<Long, Tally> counted = new HashMap<>();
            for (Object[] rating : ratings) {
                Tally before = counted.getOrDefault((Long) rating[0], Tally.NONE);
                counted.put((Long) rating[0], before.with((Rating) rating[2], 1));
            }
            return rows.stream()
                    .map(row -> new Kept(
                            row.id(),
                            row.tally(),
                            counted.getOrDefault(row.id(), Tally.NONE),
                            items.getOrDefault(row.id(), fit.item())))
                    .toList();
        });
    }
}
