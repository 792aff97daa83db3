package org.curbside.moderation.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.content.Post;
import org.curbside.api.content.PostKind;
import org.curbside.api.moderation.Case;
import org.curbside.api.moderation.Case.State;
import org.curbside.api.moderation.CaseMoved;
import org.curbside.api.moderation.Measure;
import org.curbside.api.moderation.ModerationNotice;
import org.curbside.api.moderation.Rule;
import org.curbside.api.refusal.Refusal;
import org.curbside.store.Outbox;
import org.curbside.store.Reading;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Cases and their flags in the community's database; every method is one transaction. */
@Component(service = CaseStore.class)
public final class CaseStore {

    private static final List<State> WAITING = List.of(State.OPEN, State.BAN_PROPOSED, State.APPEALED);
    private static final int INDEPENDENT = 3;
    private static final int OF_SPECIALTIES = 2;
    private static final String A_MEMBER = "a member";

    private final JpaTemplate jpa;
    private final Outbox outbox;

    /** Uses the persistence unit {@code moderation}. */
    @Activate
    public CaseStore(@Reference(target = "(osgi.unit.name=moderation)") JpaTemplate jpa, @Reference Outbox outbox) {
        this.jpa = jpa;
        this.outbox = outbox;
    }

    /**
     * Stores a flag with its case, which it opens if there is none. Somebody else may open it at the same moment; then it is tried again.
     *
     * @param believed whether the flagger's word alone may hide what could identify a patient
     */
    public CaseRow flag(Post post, FlagRow flag, boolean believed) {
        try {
            return tried(post, flag, believed);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException anotherWasFirst) {
            return tried(post, flag, believed);
        }
    }

    private CaseRow tried(Post post, FlagRow flag, boolean believed) {
        return jpa.txExpr(TransactionType.Required, em -> {
            if (flagged(em, flag.kind(), flag.post(), flag.member())) {
                throw Refusal.conflict("already-flagged", "You have flagged this. Moderators look at it once.");
            }
            CaseRow on = open(em, post, flag.flagged());
            flag.joins(on.id());
            em.persist(flag);
            on.flagged(flag.rule());
            em.flush();
            boolean grave = flag.rule() == Rule.PATIENT && believed;
            boolean hides = (grave || isFlaggedByMany(em, on)) && on.hideForNow();
            Instant at = flag.flagged();
            RecordStore.append(
                    em,
                    new EntryRow.Done(
                            at, A_MEMBER, "flagged", on.id(), flag.rule().words()));
            if (hides) {
                RecordStore.append(em, new EntryRow.Done(at, "Curbside itself", "hidden for now", on.id(), ""));
            }
            outbox.append(em, new CaseMoved(on.id(), on.question(), on.author(), hides, at));
            return on;
        });
    }

    private static CaseRow open(EntityManager em, Post post, Instant at) {
        return em.createQuery(
                        "select c from CaseRow c where c.kind = :kind and c.post = :post and c.state = :open",
                        CaseRow.class)
                .setParameter("kind", post.kind())
                .setParameter("post", post.id())
                .setParameter("open", State.OPEN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    CaseRow fresh = new CaseRow(post, at);
                    em.persist(fresh);
                    return fresh;
                });
    }

    private static boolean isFlaggedByMany(EntityManager em, CaseRow on) {
        return on.flags() >= INDEPENDENT
                && em.createQuery("select count(distinct f.expertise) from FlagRow f where f.on = :case", Long.class)
                                .setParameter("case", on.id())
                                .getSingleResult()
                        >= OF_SPECIALTIES;
    }

    /** Whether a member has flagged a post. */
    public boolean flagged(PostKind kind, long post, long member) {
        return jpa.txExpr(TransactionType.Required, em -> flagged(em, kind, post, member));
    }

    private static boolean flagged(EntityManager em, PostKind kind, long post, long member) {
        return !em.createQuery(
                        "select f.id from FlagRow f where f.kind = :kind and f.post = :post and f.member = :member",
                        Long.class)
                .setParameter("kind", kind)
                .setParameter("post", post)
                .setParameter("member", member)
                .getResultList()
                .isEmpty();
    }

    /** How often a member was wrong since then about a patient who could be identified. */
    public long mistaken(long member, Instant since) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select count(f.id) from FlagRow f, CaseRow c where c.id = f.on and f.member = :member"
                                + " and f.rule = :patient and f.flagged >= :since"
                                + " and (c.measure = :dismissed or c.state = :reversed)",
                        Long.class)
                .setParameter("member", member)
                .setParameter("patient", Rule.PATIENT)
                .setParameter("since", since)
                .setParameter("dismissed", Measure.DISMISS)
                .setParameter("reversed", State.REVERSED)
                .getSingleResult());
    }

    /** What the case was flagged for. */
    public List<Case.Reason> reasons(long id) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Map<Rule, List<String>> by = new EnumMap<>(Rule.class);
            em.createQuery("select f from FlagRow f where f.on = :case order by f.id", FlagRow.class)
                    .setParameter("case", id)
                    .getResultStream()
                    .forEach(flag -> by.computeIfAbsent(flag.rule(), rule -> new ArrayList<>())
                            .add(flag.words()));
            return by.entrySet().stream()
                    .map(reason -> new Case.Reason(
                            reason.getKey(),
                            reason.getValue().size(),
                            reason.getValue().stream()
                                    .filter(words -> !words.isEmpty())
                                    .toList()))
                    .toList();
        });
    }

    /** What waits for anybody, the gravest first, of those the oldest. */
    public List<CaseRow> waiting(int most) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select c from CaseRow c where c.state in :waiting order by c.severity desc, c.opened, c.id",
                        CaseRow.class)
                .setParameter("waiting", WAITING)
                .setMaxResults(most)
                .getResultList());
    }

    /** Of these cases, those that a member has flagged. */
    public Set<Long> flaggedBy(long member, Collection<Long> cases) {
        return cases.isEmpty()
                ? Set.of()
                : jpa.txExpr(
                        TransactionType.Required,
                        em -> new HashSet<>(em.createQuery(
                                        "select f.on from FlagRow f where f.member = :member and f.on in :cases",
                                        Long.class)
                                .setParameter("member", member)
                                .setParameter("cases", cases)
                                .getResultList()));
    }

    /** The case with that number. */
    public Optional<CaseRow> find(long id) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(CaseRow.class, id)));
    }

    /** The latest case of the post that a case is about; it says whether the post is hidden. */
    public Optional<CaseRow> latestBeside(long id) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select c from CaseRow c, CaseRow d where d.id = :id and c.kind = d.kind and c.post = d.post"
                                + " order by c.id desc",
                        CaseRow.class)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultStream()
                .findFirst());
    }

    /**
     * Changes a case and enters that; nobody else changes it meanwhile.
     *
     * @param change may refuse
     */
    public CaseRow change(long id, Consumer<CaseRow> change, EntryRow.Done done) {
        return jpa.txExpr(TransactionType.Required, em -> {
            CaseRow row = locked(em, id);
            change.accept(row);
            RecordStore.append(em, done);
            return row;
        });
    }

    /** As above, and tells others. */
    public CaseRow move(long id, Consumer<CaseRow> change, EntryRow.Done done, boolean tells) {
        return jpa.txExpr(TransactionType.Required, em -> {
            CaseRow row = locked(em, id);
            boolean wasHidden = row.isHidden();
            change.accept(row);
            RecordStore.append(em, done);
            outbox.append(
                    em,
                    new CaseMoved(id, row.question(), row.author(), tells || wasHidden != row.isHidden(), done.at()));
            return row;
        });
    }

    private static CaseRow locked(EntityManager em, long id) {
        CaseRow row = em.find(CaseRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw noSuchCase();
        }
        return row;
    }

    /** There is none, or not for whoever asks. */
    public static Refusal noSuchCase() {
        return Refusal.notFound("no-such-case", "There is no case with this number that is yours to look at.");
    }

    /** What a member is told about their own posts, the latest first. */
    public List<ModerationNotice> notices(long author, int most) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select c from CaseRow c where c.author = :author"
                                + " and (c.hidden = true or (c.measure is not null and c.measure <> :dismissed))"
                                + " order by c.id desc",
                        CaseRow.class)
                .setParameter("author", author)
                .setParameter("dismissed", Measure.DISMISS)
                .setMaxResults(most)
                .getResultStream()
                .map(CaseRow::notice)
                .toList());
    }

    /** Has a member say something to a case of theirs. */
    public ModerationNotice answer(long author, long id, String said, Instant at) {
        return jpa.txExpr(TransactionType.Required, em -> {
            CaseRow row = em.find(CaseRow.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row == null || row.author() != author) {
                throw noSuchCase();
            }
            if (!row.mayAnswer()) {
                throw Refusal.conflict(
                        "nothing-to-answer",
                        "There is nothing to answer now: you have said your part, or nobody has decided yet.");
            }
            row.answer(said, at);
            RecordStore.append(em, new EntryRow.Done(at, "the author", "answered", id, said));
            outbox.append(em, new CaseMoved(id, row.question(), author, false, at));
            return row.notice();
        });
    }

    /** What was found against an author since then and holds, the latest first. */
    public List<CaseRow> upheld(long author, Instant since) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select c from CaseRow c where c.author = :author and c.decided >= :since"
                                + " and c.measure <> :dismissed and c.state <> :reversed order by c.id desc",
                        CaseRow.class)
                .setParameter("author", author)
                .setParameter("since", since)
                .setParameter("dismissed", Measure.DISMISS)
                .setParameter("reversed", State.REVERSED)
                .getResultList());
    }

    /** Until when an author writes nothing: {@link Instant#MAX} while a ban is proposed, or when it is there. */
    public Optional<Instant> suspended(long author, Instant now) {
        return jpa
                .txExpr(TransactionType.Required, em -> Reading.query(
                                em,
                                "select c from CaseRow c where c.author = :author"
                                        + " and (c.state = :proposed or c.banned = true or c.suspendedUntil > :now)",
                                CaseRow.class)
                        .setParameter("author", author)
                        .setParameter("proposed", State.BAN_PROPOSED)
                        .setParameter("now", now)
                        .getResultList())
                .stream()
                .map(CaseStore::until)
                .collect(Collectors.maxBy(Instant::compareTo));
    }

    private static Instant until(CaseRow row) {
        Instant until = row.decision() == null ? null : row.decision().suspendedUntil();
        return until == null ? Instant.MAX : until;
    }
}
