package ${package};

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.Concern.Severity;
import org.curbside.spi.screening.Screening;
import org.curbside.spi.screening.ScreeningId;
import org.osgi.service.component.annotations.Component;

/**
 * Points at what only one house writes: the numbers of its visits, and its wards and beds. The screening that ships with
 * Curbside is asked too, and every concern of each counts.
 */
@Component
// Never change the id: refused texts are recorded with it.
@ScreeningId(id = "${artifactId}")
public final class VisitNumberScreening implements Screening {

    // Change me. Bound every repetition, such as {1,4}: then no text takes long, however long it is.
    private static final Pattern TELLING = Pattern.compile(
            "(?<visit>\\bV[0-9]{2}-[0-9]{6}\\b)|(?<place>\\b(?:[Ww]ard|[Rr]oom|[Bb]ed) [0-9]{1,4}[A-Z]?\\b)");

    @Override
    public List<Concern> screen(String text) {
        List<Concern> concerns = new ArrayList<>();
        Matcher found = TELLING.matcher(text);
        while (found.find()) {
            concerns.add(found.group("visit") == null ? place(found) : visit(found));
        }
        return concerns;
    }

    /** Nothing is stored until it is gone. The message is for the author, and never repeats what was found. */
    private static Concern visit(Matcher at) {
        return new Concern(at.start(), at.end(), "visit-number", Severity.BLOCK, "Take out the number of the visit.");
    }

    /** The author may say that nobody can be recognised by it. */
    private static Concern place(Matcher at) {
        return new Concern(at.start(), at.end(), "bed", Severity.CONFIRM, "This may tell where the patient lies.");
    }
}
