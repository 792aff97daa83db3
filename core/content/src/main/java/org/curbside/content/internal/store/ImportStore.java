package org.curbside.content.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.content.QuestionChanged;
import org.curbside.api.content.Rating;
import org.curbside.api.membership.Member;
import org.curbside.store.Outbox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is taken over from elsewhere, in the community's database; every method is one transaction. What is taken over is no news. */
@Component(service = ImportStore.class)
public final class ImportStore {

    /** Of whom a rating is, is not known; so that nobody rates twice, each has a number of its own, which no member has. */
    private static final long MOST_VOTES = 1_000_000;

    private final JpaTemplate jpa;
    private final Outbox outbox;

    /** Uses the persistence unit {@code content}. */
    @Activate
    public ImportStore(@Reference(target = "(osgi.unit.name=content)") JpaTemplate jpa, @Reference Outbox outbox) {
        this.jpa = jpa;
        this.outbox = outbox;
    }

    /** The id here of a post that was taken over. */
    public Optional<Long> here(String source, long post) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(
                        em.find(ImportedRow.class, new ImportedRow.Key(source, post)))
                .map(ImportedRow::here));
    }

    /** Takes over a question, and returns its id here. */
    public long store(String source, long post, QuestionRow row) {
        return jpa.txExpr(TransactionType.Required, em -> {
            em.persist(row);
            em.persist(new ImportedRow(source, post, row.id()));
            em.flush();
            outbox.append(em, new QuestionChanged(row.id()));
            return row.id();
        });
    }

    /** Takes over an answer with the votes for and against it, and returns its id here. */
    public long store(String source, long post, CommentRow row, int agree, int disagree) {
        return jpa.txExpr(TransactionType.Required, em -> {
            em.find(QuestionRow.class, row.question()).commented(row);
            row.weigh(Tally.of(agree, disagree));
            em.persist(row);
            em.persist(new ImportedRow(source, post, row.id()));
            long first = -MOST_VOTES * row.id();
            rate(em, row.id(), Rating.AGREE, first, agree);
            rate(em, row.id(), Rating.DISAGREE, first - agree, disagree);
            em.flush();
            outbox.append(em, new QuestionChanged(row.question()));
            return row.id();
        });
    }

    /** Takes over a comment on advice. */
    public void reply(String source, long comment, Member author, long advice, String text, Instant written) {
        jpa.tx(TransactionType.Required, em -> {
            CommentRow to = em.find(CommentRow.class, advice);
            ReplyRow row = new ReplyRow(author, to, text, written);
            to.replied();
            em.persist(row);
            em.persist(new ImportedRow(source, comment, row.id()));
            em.flush();
            outbox.append(em, new QuestionChanged(to.question()));
        });
    }

    private static void rate(EntityManager em, long advice, Rating rating, long first, int votes) {
        for (int vote = 0; vote < votes; vote++) {
            em.persist(new RatingRow(advice, new Member(first - vote, "", ""), rating));
        }
    }
}
