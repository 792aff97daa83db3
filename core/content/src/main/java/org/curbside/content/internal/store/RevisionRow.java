package org.curbside.content.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EntityManager;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.Revision;
import org.curbside.api.refusal.Refusal;
import org.curbside.store.InstantConverter;
import org.jspecify.annotations.Nullable;

/** What a post said before it was edited. */
@Entity
@Table(name = "revision")
public class RevisionRow {

    /** So that a history can be read at once. */
    private static final int MOST = 20;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revision_seq")
    @SequenceGenerator(name = "revision_seq", sequenceName = "revision_seq", allocationSize = 50)
    private long id;

    @Enumerated(EnumType.STRING)
    private PostKind kind;

    private long post;
    private @Nullable String title;

    @Column(name = "body")
    private String text;

    @Convert(converter = InstantConverter.class)
    private Instant written;

    @Convert(converter = InstantConverter.class)
    private Instant replaced;

    private int ratings;
    private boolean erased;

    /** For the persistence provider. */
    protected RevisionRow() {}

    /** Of a post that is being edited; said since it was written or, if it was, edited before. */
    RevisionRow(
            PostKind kind,
            long post,
            @Nullable String title,
            String text,
            Instant written,
            @Nullable Instant edited,
            Instant replaced,
            int ratings) {
        this.kind = kind;
        this.post = post;
        this.title = title;
        this.text = text;
        this.written = Objects.requireNonNullElse(edited, written);
        this.replaced = replaced;
        this.ratings = ratings;
    }

    /** Keeps one more of a post, or a refusal. What has to be erased is, however often the post was edited. */
    static void keep(EntityManager em, RevisionRow revision, boolean erases) {
        if (!erases && of(em, revision.kind, revision.post).size() >= MOST) {
            throw Refusal.conflict(
                    "edited-too-often", "This was edited " + MOST + " times. Say what is new in a post of its own.");
        }
        em.persist(revision);
        if (erases) {
            revision.erase();
            erase(em, revision.kind, revision.post);
        }
    }

    /** Erases all that a post said before. */
    static void erase(EntityManager em, PostKind kind, long post) {
        of(em, kind, post).forEach(RevisionRow::erase);
    }

    static List<RevisionRow> of(EntityManager em, PostKind kind, long post) {
        return em.createQuery(
                        "select r from RevisionRow r where r.kind = :kind and r.post = :post order by r.replaced, r.id",
                        RevisionRow.class)
                .setParameter("kind", kind)
                .setParameter("post", post)
                .getResultList();
    }

    private void erase() {
        title = title == null ? null : "";
        text = "";
        erased = true;
    }

    Revision revision() {
        return new Revision(title, text, written, replaced, ratings, erased);
    }
}
