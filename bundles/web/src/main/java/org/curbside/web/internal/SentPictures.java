package org.curbside.web.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.curbside.api.content.Images;
import org.curbside.api.content.NewImage;
import org.curbside.api.picture.Picture;

/** The pictures that come with a form. A browser does not send them again with a form that was refused, so they have to be chosen again. */
final class SentPictures {

    /** What says that nobody can be recognised in them. */
    static final String UNRECOGNISABLE = "unrecognisable";

    private static final String FILE = "image";
    private static final String SHOWN = "alt";

    private final List<NewImage> sent = new ArrayList<>();

    private SentPictures() {}

    /** The one of a form that has room for one only. */
    static NewImage one(Exchange exchange) throws IOException {
        return picture(exchange, "").orElse(new NewImage(null, null, false));
    }

    /** Those of a form with several places, without the places that were left empty. */
    static SentPictures of(Exchange exchange) throws IOException {
        SentPictures pictures = new SentPictures();
        for (int place = 1; place <= Images.MOST; place++) {
            picture(exchange, "" + place).ifPresent(pictures.sent::add);
        }
        return pictures;
    }

    /** Who wrote what a picture shows meant to send one, also if none came. */
    private static Optional<NewImage> picture(Exchange exchange, String place) throws IOException {
        Optional<byte[]> file = exchange.bytes(FILE + place, Picture.MOST_BYTES + 1);
        String shown = exchange.parameter(SHOWN + place);
        return file.isEmpty() && shown.isBlank()
                ? Optional.empty()
                : Optional.of(new NewImage(
                        file.orElse(null), shown, exchange.given(UNRECOGNISABLE).isPresent()));
    }

    List<NewImage> images() {
        return List.copyOf(sent);
    }

    /** The names of all fields for them. */
    static List<String> fields() {
        List<String> fields = new ArrayList<>(List.of(UNRECOGNISABLE));
        for (int place = 1; place <= Images.MOST; place++) {
            fields.add(FILE + place);
            fields.add(SHOWN + place);
        }
        return fields;
    }

    /** The form with what they show in its first places, as they were counted when they were refused. */
    Form in(Form form) {
        Form filled = form;
        for (int place = 1; place <= Images.MOST; place++) {
            Optional<NewImage> image = place > sent.size() ? Optional.empty() : Optional.of(sent.get(place - 1));
            filled = filled.with(SHOWN + place, image.map(NewImage::alt).orElse(""))
                    .with(FILE + place, image.isPresent() ? "chosen" : "");
        }
        return filled;
    }

    /** Whether there were any in a form that is shown again. */
    static boolean lost(Form form) {
        return !form.value(FILE).isEmpty()
                || fields().stream().filter(field -> field.startsWith(FILE)).anyMatch(field -> !form.value(field)
                        .isEmpty());
    }
}
