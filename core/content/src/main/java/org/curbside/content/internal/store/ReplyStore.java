package org.curbside.content.internal.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.QuestionChanged;
import org.curbside.api.content.Reply;
import org.curbside.api.content.ReplyGiven;
import org.curbside.api.content.Revision;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.store.Outbox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Replies in the community's database; every method is one transaction. */
@Component(service = ReplyStore.class)
public final class ReplyStore {

    private static final String CLOSED = "What was said about its advice stays as it is.";

    private final JpaTemplate jpa;
    private final Outbox outbox;

    /** Uses the persistence unit {@code content}. */
    @Activate
    public ReplyStore(@Reference(target = "(osgi.unit.name=content)") JpaTemplate jpa, @Reference Outbox outbox) {
        this.jpa = jpa;
        this.outbox = outbox;
    }

    /** Stores a reply and says so; empty if there is no such advice. The question is locked first, as by whoever advises on it. */
    public Optional<Reply> store(
            Member author, long comment, String text, Instant at, UnaryOperator<String> specialtyNames) {
        return jpa.txExpr(TransactionType.Required, em -> {
            CommentRow found = em.find(CommentRow.class, comment);
            if (found == null) {
                return Optional.empty();
            }
            QuestionRow question = open(em, found.question());
            CommentRow advice = em.find(CommentRow.class, comment, LockModeType.PESSIMISTIC_WRITE);
            if (advice.isHidden()) {
                throw PostStore.hiddenPost();
            }
            Set<Long> concerned = concerned(em, question, advice);
            concerned.remove(author.id());
            ReplyRow row = new ReplyRow(author, advice, text, at);
            advice.replied();
            em.persist(row);
            em.flush();
            outbox.append(em, new ReplyGiven(question.id(), comment, row.id(), author.id(), concerned, at));
            return Optional.of(row.reply(author.id(), specialtyNames));
        });
    }

    private static QuestionRow open(EntityManager em, long id) {
        QuestionRow question = em.find(QuestionRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        question.refuseIfHidden();
        question.refuseIfClosed(CLOSED);
        return question;
    }

    /** Those who have an account here. */
    private static Set<Long> concerned(EntityManager em, QuestionRow question, CommentRow advice) {
        Set<Long> concerned = new HashSet<>();
        Stream.concat(
                        Stream.of(question.member(), advice.member()),
                        ReplyRow.to(em, List.of(advice)).getOrDefault(advice.id(), List.of()).stream()
                                .map(ReplyRow::member))
                .filter(member -> member > 0)
                .forEach(concerned::add);
        return concerned;
    }

    /** Has a reply say something else; empty if there is none. */
    public Optional<Reply> edit(
            Member author, long reply, String text, boolean erases, Instant at, UnaryOperator<String> specialtyNames) {
        return jpa.txExpr(TransactionType.Required, em -> {
            ReplyRow found = em.find(ReplyRow.class, reply);
            if (found == null) {
                return Optional.empty();
            }
            if (found.member() != author.id()) {
                throw Refusal.forbidden("not-the-author", "Only whoever replied can edit this reply.");
            }
            QuestionRow question = open(em, found.question());
            CommentRow advice = em.find(CommentRow.class, found.advice());
            ReplyRow row = em.find(ReplyRow.class, reply, LockModeType.PESSIMISTIC_WRITE);
            if (row.isHidden() || advice.isHidden()) {
                throw PostStore.hiddenPost();
            }
            if (!row.says(text)) {
                RevisionRow.keep(em, row.edit(text, at), erases);
                em.flush();
                outbox.append(em, new QuestionChanged(question.id()));
            } else if (erases) {
                RevisionRow.erase(em, PostKind.REPLY, reply);
            }
            return Optional.of(row.reply(author.id(), specialtyNames));
        });
    }

    /** What a reply said before; empty while it, its advice or its question is hidden. */
    public List<Revision> history(long reply) {
        return jpa.txExpr(TransactionType.Required, em -> {
            ReplyRow row = em.find(ReplyRow.class, reply);
            return row == null
                            || row.isHidden()
                            || em.find(CommentRow.class, row.advice()).isHidden()
                            || PostStore.isHidden(em, row.question())
                    ? List.of()
                    : RevisionRow.of(em, PostKind.REPLY, reply).stream()
                            .map(RevisionRow::revision)
                            .toList();
        });
    }
}
