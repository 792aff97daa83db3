package org.curbside.content.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curbside.api.content.Screener;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.Concern.Severity;
import org.curbside.spi.screening.Screening;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Asks every installed screening about a text before it is stored. */
@Component(service = {Screener.class, Screens.class})
public final class Screens implements Screener {

    private static final int RETRY_SECONDS = 5;

    /** What a browser takes for a tag. "TSH <0.1, >65 years" is none: no letter follows. */
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,1000}>|<!--");

    private final List<Screening> screenings = new CopyOnWriteArrayList<>();

    /** With none at first. */
    @Activate
    public Screens() {}

    /** A screening has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addScreening(Screening screening) {
        screenings.add(screening);
    }

    /** A screening has gone. */
    public void removeScreening(Screening screening) {
        screenings.remove(screening);
    }

    @Override
    public void check(String field, String text, boolean confirmed) {
        if (text.codePoints().anyMatch(Screens::invisible)) {
            throw Refusal.invalid(
                    "invisible-characters",
                    field,
                    "Take out the control characters, which come with some pasted texts and cannot be seen.");
        }
        Matcher tag = TAG.matcher(text);
        if (tag.find()) {
            throw Refusal.invalid(
                    "markup", field, "Take out “" + tag.group() + "”. Posts are plain text, and HTML is not read.");
        }
        if (screenings.isEmpty()) {
            throw Refusal.unavailable(
                    "screening-away",
                    RETRY_SECONDS,
                    "What screens texts for patients' identity is being updated. Send it again in a moment.");
        }
        for (Screening screening : screenings) {
            for (Concern concern : screening.screen(text)) {
                String span = text.substring(concern.start(), concern.end());
                if (concern.severity() == Severity.BLOCK) {
                    throw Refusal.invalid("could-identify", field, "Take out “" + span + "”. " + concern.message());
                }
                if (!confirmed) {
                    throw Refusal.invalid(
                            "could-identify-perhaps",
                            field,
                            "Look again at “" + span + "”. " + concern.message()
                                    + " If nobody can be recognised by it, say so below and send again.");
                }
            }
        }
    }

    /** PostgreSQL cannot keep a NUL, and no encoding half a character. */
    private static boolean invisible(int character) {
        int type = Character.getType(character);
        return type == Character.SURROGATE || (type == Character.CONTROL && !Character.isWhitespace(character));
    }
}
