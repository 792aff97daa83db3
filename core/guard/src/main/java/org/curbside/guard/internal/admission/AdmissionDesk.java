package org.curbside.guard.internal.admission;

import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.curbside.api.guard.Admission;
import org.curbside.api.guard.Verdict;
import org.curbside.api.polling.StoredAnswers;
import org.curbside.api.slice.Slice;
import org.curbside.guard.internal.House;
import org.curbside.guard.internal.Passports;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Admission as it is set up here. */
@Component(immediate = true, configurationPid = "org.curbside.guard")
public final class AdmissionDesk implements Admission {

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionDesk.class);
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Trusted trusted;
    private final Unsigned unsigned;
    private final Clock clock;
    private final Slice<StoredAnswers> stored;
    private final Gate gate;

    /** Says in the log in which ways it is not strict. */
    @Activate
    public AdmissionDesk(BundleContext context, Settings settings, @Reference Passports passports) {
        this(
                context,
                settings,
                addOn -> !House.isAddOn(addOn) || passports.refusal(addOn).isEmpty(),
                Objects.requireNonNull(context.getBundle().getEntry("canary.jar"), "the canary's jar"),
                Clock.systemUTC());
    }

    AdmissionDesk(BundleContext context, Settings settings, Predicate<Bundle> taken, URL canary, Clock clock) {
        Here here = new Here(context);
        trusted = new Trusted(Path.of(settings.trusted()));
        unsigned = Unsigned.of(settings.unsigned());
        this.clock = clock;
        stored = new Slice<>(context, StoredAnswers.class);
        gate = new Gate(
                new Signature(trusted, unsigned, clock),
                List.of(new AllowedName(settings.allowed()), new Imports()),
                List.of(new SpiVersion(here), new Resolution(here), new UniqueIds(here, taken)),
                new Canary(new HouseKit(here, canary), here, DEADLINE),
                new StoredSchema(stored));
        warnings().forEach(LOG::warn);
    }

    @Deactivate
    void close() {
        stored.close();
    }

    @Override
    public Verdict check(Path jar) {
        return gate.check(jar);
    }

    @Override
    public Verdict checkAgain(Path jar) {
        return gate.checkAgain(jar);
    }

    @Override
    public List<String> warnings() {
        return Stream.concat(unsigned.warnings(trusted).stream(), trusted.runningOut(clock.instant()).stream())
                .toList();
    }
}
