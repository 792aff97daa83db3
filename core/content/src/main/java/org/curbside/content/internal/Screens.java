package org.curbside.content.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
@Component(service = Screens.class)
public final class Screens {

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

    /** Refuses a text that could identify a patient, quoting to its author where. */
    void check(String field, String text, boolean confirmed) {
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
}
