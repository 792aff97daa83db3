package org.curbside.api.content;

import java.util.List;
import java.util.Optional;
import org.curbside.api.membership.Member;
import org.curbside.api.picture.Picture;
import org.osgi.annotation.versioning.ProviderType;

/** The pictures in questions, as they were drawn anew when they came. */
@ProviderType
public interface Images {

    /** How many a question has at most. */
    int MOST = 3;

    /**
     * Adds one to one's own question.
     *
     * @param confirmed as in {@link NewQuestion}, about what the picture is said to show
     * @throws org.curbside.api.refusal.Refusal when there is no such question, somebody else asked it, it is closed or hidden, it has as many as
     *     it can have, the picture cannot be read, or what it is said to show is missing or could identify a patient
     */
    Question add(Member author, long question, NewImage image, boolean confirmed);

    /**
     * Deletes one of one's own question for good.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no such question or picture, somebody else asked it, or it is closed or hidden
     */
    Question remove(Member author, long question, int number);

    /** One of a question that is not hidden. */
    Optional<Picture> find(long question, int number);

    /** Those of a question, hidden or not: for whoever decides about it. */
    List<Image> all(long question);

    /** As {@link #find}, hidden or not: for whoever decides about it. */
    Optional<Picture> findAlsoHidden(long question, int number);
}
