package org.curbside.content.internal.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.content.Discussion;
import org.curbside.api.content.Image;
import org.curbside.store.Reading;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Questions with their advice in the community's database, without what is hidden; every method is one transaction. */
@Component(service = DiscussionStore.class)
public final class DiscussionStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code content}. */
    @Activate
    public DiscussionStore(@Reference(target = "(osgi.unit.name=content)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Those with these ids. */
    public List<Discussion> of(Collection<Long> questions, UnaryOperator<String> specialtyNames) {
        return questions.isEmpty()
                ? List.of()
                : jpa.txExpr(
                        TransactionType.Required,
                        em -> discussions(
                                em,
                                Reading.query(
                                                em,
                                                "select q from QuestionRow q where q.id in :ids and q.hidden is null",
                                                QuestionRow.class)
                                        .setParameter("ids", questions)
                                        .getResultList(),
                                specialtyNames));
    }

    /** Those with ids above {@code after}, smallest first. */
    public List<Discussion> after(long after, int limit, UnaryOperator<String> specialtyNames) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> discussions(
                        em,
                        Reading.query(
                                        em,
                                        "select q from QuestionRow q where q.id > :after and q.hidden is null order by q.id",
                                        QuestionRow.class)
                                .setParameter("after", after)
                                .setMaxResults(limit)
                                .getResultList(),
                        specialtyNames));
    }

    private static List<Discussion> discussions(
            EntityManager em, List<QuestionRow> questions, UnaryOperator<String> specialtyNames) {
        if (questions.isEmpty()) {
            return List.of();
        }
        Map<Long, List<CommentRow>> advice = Reading.query(
                        em,
                        "select c from CommentRow c where c.question in :questions and c.hidden is null"
                                + " order by c.question, c.id",
                        CommentRow.class)
                .setParameter(
                        "questions", questions.stream().map(QuestionRow::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(CommentRow::question));
        Map<Long, List<ReplyRow>> replies =
                ReplyRow.shown(
                                em,
                                advice.values().stream().flatMap(List::stream).toList())
                        .stream()
                        .collect(Collectors.groupingBy(ReplyRow::question));
        Map<Long, List<Image>> images = ImageRow.of(em, questions);
        return questions.stream()
                .map(row -> new Discussion(
                        row.question(specialtyNames, images.getOrDefault(row.id(), List.of())),
                        row.imported(),
                        advice.getOrDefault(row.id(), List.of()).stream()
                                .map(comment -> comment.contribution(specialtyNames))
                                .toList(),
                        replies.getOrDefault(row.id(), List.of()).stream()
                                .map(reply -> reply.contribution(specialtyNames))
                                .toList()))
                .toList();
    }
}
