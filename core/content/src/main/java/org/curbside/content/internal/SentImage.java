package org.curbside.content.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.curbside.api.content.Images;
import org.curbside.api.content.NewImage;
import org.curbside.api.content.Passage;
import org.curbside.api.picture.Redrawing;
import org.curbside.api.refusal.Refusal;
import org.curbside.content.internal.store.DescribedPicture;
import org.jspecify.annotations.Nullable;

/**
 * A picture of which only has been looked at what it is said to show, and that its author vouches for it.
 *
 * @param place makes the names of its fields its own, where there are several; else empty
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
record SentImage(byte[] bytes, String alt, String place) {

    private static final int LEAST_SIDE = 32;

    /** The pictures of a question, or a refusal; their fields end with 1, 2 and 3. */
    static List<SentImage> of(@Nullable List<NewImage> images) {
        List<SentImage> sent = new ArrayList<>();
        for (NewImage image : Objects.requireNonNullElse(images, List.<NewImage>of())) {
            if (sent.size() == Images.MOST) {
                throw Refusal.invalid("too-many-images", "images", "Choose at most " + Images.MOST + " pictures.");
            }
            sent.add(of(image, "" + (sent.size() + 1)));
        }
        return sent;
    }

    static SentImage of(@Nullable NewImage image, String place) {
        if (image == null || image.bytes() == null || image.bytes().length == 0) {
            throw Refusal.invalid("image-missing", "image" + place, "Choose the picture; it did not come.");
        }
        String alt = Limits.DESCRIPTION.check(image.alt(), "alt" + place);
        if (!image.unrecognisable()) {
            throw Refusal.invalid(
                    "image-not-confirmed",
                    "unrecognisable",
                    "Look at the picture once more, and say that nobody can be recognised in it.");
        }
        return new SentImage(image.bytes(), alt, place);
    }

    /** What is screened of it. */
    Passage passage() {
        return new Passage("alt" + place, alt);
    }

    DescribedPicture redrawn() {
        return new DescribedPicture(new Redrawing("image", "image" + place, LEAST_SIDE).inItsKind(bytes), alt);
    }
}
