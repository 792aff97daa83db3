package org.curbside.notification.internal.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.store.Reading;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How questions were when members last opened them, in the community's database. What was opened waits in memory until {@link #keep()}, so
 * that reading a page writes nothing; of what a crash takes with it, a member is told once more.
 */
@Component(service = OpenedStore.class)
public final class OpenedStore {

    private final JpaTemplate jpa;
    private final Map<MemberQuestion, Opening> waiting = new ConcurrentHashMap<>();

    /** Uses the persistence unit {@code notification}. */
    @Activate
    public OpenedStore(@Reference(target = "(osgi.unit.name=notification)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** A member opens a question, which has so many comments. */
    public void opened(long member, long question, int comments, Instant at) {
        waiting.put(new MemberQuestion(member, question), new Opening(member, question, comments, at));
    }

    /** How many comments there were when a member last opened each of these; those that were not opened are left out. */
    public Map<Long, Integer> opened(long member, Collection<Long> questions) {
        Map<Long, Integer> latest = waiting(member, questions); // first, for what is kept meanwhile is in the database
        Map<Long, Integer> comments = new HashMap<>(kept(member, questions));
        comments.putAll(latest);
        return comments;
    }

    private Map<Long, Integer> waiting(long member, Collection<Long> questions) {
        return questions.stream()
                .map(question -> waiting.get(new MemberQuestion(member, question)))
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Opening::question, Opening::comments));
    }

    private Map<Long, Integer> kept(long member, Collection<Long> questions) {
        return jpa.txExpr(TransactionType.Required, em -> Reading.query(
                        em,
                        "select o from OpenedRow o where o.member = :member and o.question in :questions",
                        OpenedRow.class)
                .setParameter("member", member)
                .setParameter("questions", questions)
                .getResultStream()
                .collect(Collectors.toMap(OpenedRow::question, OpenedRow::comments)));
    }

    /** Stores what waits, all or, when it fails, nothing. */
    public synchronized void keep() {
        Map<MemberQuestion, Opening> kept = Map.copyOf(waiting);
        if (kept.isEmpty()) {
            return;
        }
        jpa.tx(
                TransactionType.Required,
                em -> kept.forEach((key, opening) -> {
                    OpenedRow row = em.find(OpenedRow.class, key);
                    if (row == null) {
                        em.persist(opening.row());
                    } else {
                        row.opened(opening.comments(), opening.at());
                    }
                }));
        kept.forEach(waiting::remove);
    }

    /** That a member opened a question. */
    private record Opening(long member, long question, int comments, Instant at) {

        OpenedRow row() {
            return new OpenedRow(member, question, comments, at);
        }
    }
}
