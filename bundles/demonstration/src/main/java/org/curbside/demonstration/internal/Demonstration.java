package org.curbside.demonstration.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.curbside.api.content.Archive;
import org.curbside.api.content.Questions;
import org.curbside.api.safety.Reports;
import org.curbside.api.slice.Slices;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.verification.BulkRegistry;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an empty instance, once the platform is up, and prints how to sign in. */
@Component(
        immediate = true,
        service = {})
public final class Demonstration {

    /** The logger whose lines an operator sees on the terminal. */
    private static final Logger TERMINAL = LoggerFactory.getLogger("org.curbside.ready");

    private static final int PASSWORD_BYTES = 9;

    /** By name, so that no class here knows both the licence desk and the membership. */
    private static final List<String> NEEDED = List.of(
            "org.curbside.api.identity.LicenceDesk",
            "org.curbside.api.identity.DeskOffice",
            "org.curbside.api.identity.RegistryLoader",
            "org.curbside.api.credential.IssuerKeys",
            "org.curbside.api.membership.Accounts",
            "org.curbside.api.polling.Polls",
            "org.curbside.spi.screening.Screening",
            "org.apache.karaf.features.BootFinished");

    private final BundleContext context;
    private final Slices slices;
    private final Clock clock;
    private final SecureRandom random;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "curbside-demonstration");
        daemon.setDaemon(true);
        return daemon;
    });

    /** There once the add-ons are that the scenes need. */
    @Activate
    public Demonstration(
            BundleContext context,
            @Reference(target = "(curbside.poll.type=choice)") PollType choice,
            @Reference(target = "(curbside.poll.type=differential)") PollType differential,
            @Reference(target = "(curbside.registry.id=nppes)") BulkRegistry nppes,
            @Reference(target = "(curbside.specialty.id=core)") SpecialtyCatalogue core,
            @Reference Archive archive,
            @Reference Reports reports) {
        this(context, Clock.systemUTC(), new SecureRandom());
    }

    private Demonstration(BundleContext context, Clock clock, SecureRandom random) {
        this.context = context;
        this.clock = clock;
        this.random = random;
        slices = new Slices(context);
        var unused = thread.submit(this::play);
    }

    @Deactivate
    void close() {
        thread.shutdownNow();
        slices.close();
    }

    private void play() {
        try {
            awaitThePlatform();
            if (!slices.of(Questions.class)
                    .get()
                    .latest(Optional.empty(), Long.MAX_VALUE, 1)
                    .items()
                    .isEmpty()) {
                TERMINAL.info("The demonstration content is here already.");
                return;
            }
            TERMINAL.info("Filling Curbside with demonstration content; this takes about a minute ...");
            Cast cast = new Cast();
            List<String> credentials = new Licences(slices, random).credentials(Cast.taxonomies());
            cast.join(slices, credentials, this::password);
            new Performance(slices, cast).play(Screenplay.read(), clock.instant());
            SignIns signIns = new SignIns(slices, this::password);
            signIns.moderators(cast.moderators());
            TERMINAL.info("Everything here is made up. Sign in at /sign-in as");
            cast.physicians().forEach(member -> tell("physician", member.name(), cast.passwordOf(member)));
            cast.moderators().forEach(member -> tell("moderator", member.name(), cast.passwordOf(member)));
            tell("client", SignIns.CLIENT, signIns.client());
            tell("operator", SignIns.OPERATOR, signIns.operator());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            TERMINAL.error("The demonstration content could not be loaded", e);
        }
    }

    private static void tell(String what, String name, String password) {
        TERMINAL.info(String.format("  %-10s %-11s %s", what, name, password));
    }

    /** However long the rest of the start takes. */
    private void awaitThePlatform() throws InterruptedException {
        for (String service : NEEDED) {
            ServiceTracker<?, ?> tracker = new ServiceTracker<>(context, service, null);
            tracker.open();
            try {
                tracker.waitForService(0);
            } finally {
                tracker.close();
            }
        }
    }

    private String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
