package org.curbside.content.internal.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
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
import org.curbside.store.Reading;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fits and what they make of the advice; every method is one transaction but where it says otherwise. */
@Component(service = ConsensusStore.class)
public final class ConsensusStore {

    /** So much advice is read or written at once. */
    private static final int PART = 500;

    /** In a list that must not be empty. */
    private static final long NO_ADVICE = -1;

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
        Set<Long> hidden = new HashSet<>();
        Set<Long> apart = new HashSet<>(Set.of(NO_ADVICE));
        em.createQuery(
                        "select c.id, c.hidden, q.hidden from CommentRow c, QuestionRow q"
                                + " where c.id >= :first and c.id < :end and q.id = c.question"
                                + " and (q.channel in :walled or c.hidden is not null or q.hidden is not null)",
                        Object[].class)
                .setParameter("first", first)
                .setParameter("end", end)
                .setParameter("walled", QuestionStore.WALLED)
                .getResultStream()
                .forEach(row -> {
                    apart.add((Long) row[0]);
                    if (row[1] != null || row[2] != null) {
                        hidden.add((Long) row[0]);
                    }
                });
        em.createQuery("update RatingRow r set r.fitted = r.rating where r.advice >= :first and r.advice < :end"
                        + " and r.member > 0 and (r.fitted is null or r.fitted <> r.rating) and r.advice not in :apart")
                .setParameter("first", first)
                .setParameter("end", end)
                .setParameter("apart", apart)
                .executeUpdate();
        if (!hidden.isEmpty()) {
            em.createQuery("update RatingRow r set r.fitted = null where r.advice in :hidden and r.fitted is not null")
                    .setParameter("hidden", hidden)
                    .executeUpdate();
        }
        em.createQuery("update CommentRow c set c.hindsightFitted = null where c.id >= :first and c.id < :end"
                        + " and c.hindsightFitted is not null and (c.hindsight is null or c.hidden is not null)")
                .setParameter("first", first)
                .setParameter("end", end)
                .executeUpdate();
        em.createQuery("update CommentRow c set c.hindsightFitted = c.hindsight where c.id >= :first and c.id < :end"
                        + " and c.hindsight is not null and c.hidden is null"
                        + " and (c.hindsightFitted is null or c.hindsightFitted <> c.hindsight)")
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
            part(first)
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

    /** Advice, rater, rating, author: of the advice from {@code first} on, in that order. */
    private List<Object[]> part(long first) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select r.advice, r.member, r.fitted, c.member from RatingRow r, CommentRow c"
                                + " where r.advice = c.id and r.advice >= :first and r.advice < :end"
                                + " and r.fitted is not null order by r.advice, r.member",
                        Object[].class)
                .setParameter("first", first)
                .setParameter("end", first + PART)
                .getResultList());
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

    /** What the ratings of these amount to; in the order of their ids. */
    private static Map<Long, Tally> weighed(EntityManager em, Fit fit, List<CommentRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<Long, Weight> weights = new HashMap<>();
        Map<Long, Double> standings = standingsOfAuthors(em, rows);
        for (CommentRow row : rows) {
            weights.put(row.id(), new Weight(fit, row.member(), standings.get(row.member())));
        }
        long first = rows.get(0).id();
        long last = rows.get(rows.size() - 1).id();
        boolean isRange = last - first < PART;
        TypedQuery<Object[]> ratings = em.createQuery(
                "select r.advice, r.member, r.rating from RatingRow r where "
                        + (isRange ? "r.advice between :first and :last" : "r.advice in :advice")
                        + " order by r.advice, r.member",
                Object[].class);
        if (isRange) {
            ratings.setParameter("first", first).setParameter("last", last);
        } else {
            ratings.setParameter("advice", weights.keySet());
        }
        ratings.getResultStream().forEach(rating -> Optional.ofNullable(weights.get((Long) rating[0]))
                .ifPresent(weight -> weight.add((Long) rating[1], (Rating) rating[2])));
        Map<Long, Tally> weighed = new HashMap<>();
        weights.forEach((advice, weight) -> weighed.put(advice, weight.tally()));
        return weighed;
    }

    private static Map<Long, Double> standingsOfAuthors(EntityManager em, List<CommentRow> rows) {
        Map<Long, Double> standings = new HashMap<>();
        em.createQuery("select s from StandingRow s where s.member in :authors", StandingRow.class)
                .setParameter("authors", rows.stream().map(CommentRow::member).collect(Collectors.toSet()))
                .getResultStream()
                .forEach(row -> standings.put(row.member(), StandingRow.score(row)));
        return standings;
    }

    /**
     * Weighs advice anew, after ratings of it came or changed.
     *
     * @param rated which, and when
     * @param isMinority says of its ratings whether it is a minority view
     * @param fresh how many ratings a fit has yet to take in
     * @return the questions it is on
     */
    public Set<Long> weigh(Map<Long, Instant> rated, Fit fit, Predicate<Tally> isMinority, int fresh) {
        return jpa.txExpr(TransactionType.Required, em -> {
            List<CommentRow> rows = em.createQuery(
                            "select c from CommentRow c where c.id in :advice order by c.id", CommentRow.class)
                    .setParameter("advice", rated.keySet())
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList();
            Map<Long, Tally> weighed = weighed(em, fit, rows);
            for (CommentRow row : rows) {
                row.weigh(requireNonNull(weighed.get(row.id())));
                minority(em, row, isMinority.test(row.tally()), requireNonNull(rated.get(row.id())));
            }
            if (fresh > 0) {
                row(em, LockModeType.PESSIMISTIC_WRITE).freshened(fresh);
            }
            return rows.stream().map(CommentRow::question).collect(Collectors.toCollection(TreeSet::new));
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

    /** The advice on these questions with its ratings, by the question; nothing that is hidden. */
    public Map<Long, List<Voice>> voices(Collection<Long> questions) {
        return jpa.txExpr(TransactionType.Required, em -> voices(em, questions));
    }

    private static Map<Long, List<Voice>> voices(EntityManager em, Collection<Long> questions) {
        List<Object[]> advice = em.createQuery(
                        "select c.question, c.id, c.member, c.agree, c.partly, c.disagree, c.consensus, c.factor,"
                                + " c.counted, c.leftOut, c.standing from CommentRow c, QuestionRow q"
                                + " where q.id in :questions and c.question = q.id and q.hidden is null and c.hidden is null"
                                + " order by c.id",
                        Object[].class)
                .setParameter("questions", questions)
                .getResultList();
        Map<Long, Map<Long, Rating>> ratings = new HashMap<>();
        em.createQuery(
                        "select r.advice, r.member, r.rating from CommentRow c, RatingRow r"
                                + " where c.question in :questions and r.advice = c.id",
                        Object[].class)
                .setParameter("questions", questions)
                .getResultStream()
                .forEach(row -> ratings.computeIfAbsent((Long) row[0], id -> new HashMap<>())
                        .put((Long) row[1], (Rating) row[2]));
        Map<Long, List<Voice>> voices = new HashMap<>();
        for (Object[] row : advice) {
            Taste taste = row[6] == null || row[7] == null ? null : new Taste((Double) row[6], (Double) row[7]);
            Tally tally = new Tally(
                    (Integer) row[3],
                    (Integer) row[4],
                    (Integer) row[5],
                    taste,
                    (Integer) row[8],
                    (Integer) row[9],
                    (Double) row[10],
                    null);
            voices.computeIfAbsent((Long) row[0], id -> new ArrayList<>())
                    .add(new Voice((Long) row[1], (Long) row[2], tally, ratings.getOrDefault((Long) row[1], Map.of())));
        }
        return voices;
    }

    /**
     * One piece of advice and what everybody says of it.
     *
     * @param ratings by the rater, those included that do not count
     */
    public record Voice(long advice, long author, Tally tally, Map<Long, Rating> ratings) {

        /** Takes a copy of the map. */
        public Voice {
            ratings = Map.copyOf(ratings);
        }
    }

    /** Keeps what the ratings on these questions amount to; not for one question twice at once. */
    public void keep(Collection<Long> questions, Function<List<Voice>, Consensus> amount) {
        if (questions.isEmpty()) {
            return;
        }
        jpa.tx(TransactionType.Required, em -> {
            Map<Long, List<Voice>> voices = voices(em, questions);
            for (long question : questions) {
                Consensus consensus = amount.apply(voices.getOrDefault(question, List.of()));
                ConsensusRow row = em.find(ConsensusRow.class, question);
                if (row == null && !consensus.equals(Consensus.NONE)) {
                    row = new ConsensusRow(question);
                    em.persist(row);
                }
                if (row != null) {
                    row.keep(consensus);
                }
            }
        });
    }

    /** What they amount to; nothing, while nothing can be said. */
    public Consensus consensus(long question) {
        return jpa.txExpr(TransactionType.Required, em -> Reading.find(em, ConsensusRow.class, question)
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
