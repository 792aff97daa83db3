package org.curbside.content.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curbside.api.content.Passage;
import org.curbside.api.content.Screener;
import org.curbside.api.refusal.Finding;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.Concern.Severity;
import org.curbside.spi.screening.Screening;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Asks every installed screening about what is written before it is stored. */
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
    public void check(List<Passage> passages, boolean confirmed) {
        passages.forEach(Screens::readable);
        List<Finding> findings =
                passages.stream().flatMap(passage -> findings(passage).stream()).toList();
        Optional<Finding> strictest = findings.stream().min(Comparator.comparing(Finding::severity));
        if (strictest.isPresent() && (!confirmed || strictest.get().severity() == Severity.BLOCK)) {
            throw refusal(strictest.get(), findings);
        }
    }

    @Override
    public List<Finding> findings(Passage passage) {
        if (screenings.isEmpty()) {
            throw Refusal.unavailable(
                    "screening-away",
                    RETRY_SECONDS,
                    "What screens texts for patients' identity is being updated. Send it again in a moment.");
        }
        return screenings.stream()
                .flatMap(screening -> screening.screen(passage.text()).stream())
                .sorted(Comparator.comparing(Concern::start).thenComparing(Concern::end))
                .map(concern -> finding(passage, concern))
                .toList();
    }

    private static Finding finding(Passage passage, Concern concern) {
        return new Finding(
                passage.field(),
                concern.start(),
                concern.end(),
                passage.text().substring(concern.start(), concern.end()),
                concern.kind(),
                concern.severity(),
                concern.message());
    }

    /** About the first of the strictest, in a sentence, and with all. */
    private static Refusal refusal(Finding first, List<Finding> findings) {
        boolean blocked = first.severity() == Severity.BLOCK;
        String others = findings.size() == 1
                ? ""
                : findings.size() == 2
                        ? " One more place is pointed at."
                        : " " + (findings.size() - 1) + " more places are pointed at.";
        return Refusal.invalid(
                blocked ? "could-identify" : "could-identify-perhaps",
                first.field(),
                (blocked ? "Take out “" : "Look again at “") + first.span() + "”. " + first.message()
                        + (blocked ? "" : " If nobody can be recognised by it, say so below and send again.") + others,
                findings);
    }

    private static void readable(Passage passage) {
        if (passage.text().codePoints().anyMatch(Screens::invisible)) {
            throw Refusal.invalid(
                    "invisible-characters",
                    passage.field(),
                    "Take out the control characters, which come with some pasted texts and cannot be seen.");
        }
        Matcher tag = TAG.matcher(passage.text());
        if (tag.find()) {
            throw Refusal.invalid(
                    "markup",
                    passage.field(),
                    "Take out “" + tag.group() + "”. Posts are plain text, and HTML is not read.");
        }
    }

    /** PostgreSQL cannot keep a NUL, and no encoding half a character. */
    private static boolean invisible(int character) {
        int type = Character.getType(character);
        return type == Character.SURROGATE || (type == Character.CONTROL && !Character.isWhitespace(character));
    }
}
