package org.curbside.content.internal.store;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EntityManager;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.curbside.api.content.Image;
import org.curbside.api.picture.Picture;

/** A picture in a question. Its bytes lie beside it in parts, for a row of H2 takes no more than a megabyte, and lists need none of them. */
@Entity
@Table(name = "image")
public class ImageRow {

    private static final int PART = 500_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "image_seq")
    @SequenceGenerator(name = "image_seq", sequenceName = "image_seq", allocationSize = 50)
    private long id;

    private long question;
    private int number;
    private String alt;

    @Column(name = "media_type")
    private String mediaType;

    private int width;
    private int height;

    /** For the persistence provider. */
    protected ImageRow() {}

    private ImageRow(long question, int number, DescribedPicture picture) {
        this.question = question;
        this.number = number;
        this.alt = picture.alt();
        this.mediaType = picture.picture().mediaType();
        this.width = picture.picture().width();
        this.height = picture.picture().height();
    }

    /** Keeps one of a question. */
    static void keep(EntityManager em, long question, int number, DescribedPicture picture) {
        ImageRow row = new ImageRow(question, number, picture);
        em.persist(row);
        byte[] bytes = picture.picture().bytes();
        for (int from = 0, place = 0; from < bytes.length; from += PART, place++) {
            em.createNativeQuery("insert into image_part (image, place, content) values (?, ?, ?)")
                    .setParameter(1, row.id)
                    .setParameter(2, place)
                    .setParameter(3, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART)))
                    .executeUpdate();
        }
    }

    /** Those of questions, by the question; no query for questions without. */
    static Map<Long, List<Image>> of(EntityManager em, Collection<QuestionRow> questions) {
        List<Long> pictured = questions.stream()
                .filter(QuestionRow::isPictured)
                .map(QuestionRow::id)
                .toList();
        return pictured.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select i from ImageRow i where i.question in :questions order by i.question, i.number",
                                ImageRow.class)
                        .setParameter("questions", pictured)
                        .getResultStream()
                        .map(ImageRow::image)
                        .collect(Collectors.groupingBy(Image::question));
    }

    static Optional<ImageRow> find(EntityManager em, long question, int number) {
        return em.createQuery(
                        "select i from ImageRow i where i.question = :question and i.number = :number", ImageRow.class)
                .setParameter("question", question)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** With all its bytes. */
    void delete(EntityManager em) {
        em.createNativeQuery("delete from image_part where image = ?")
                .setParameter(1, id)
                .executeUpdate();
        em.remove(this);
    }

    private Image image() {
        return new Image(question, number, alt, width, height);
    }

    Picture picture(EntityManager em) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        List<?> parts = em.createNativeQuery("select content from image_part where image = ? order by place")
                .setParameter(1, id)
                .getResultList();
        parts.forEach(part -> whole.writeBytes((byte[]) part));
        return new Picture(mediaType, width, height, whole.toByteArray());
    }
}
