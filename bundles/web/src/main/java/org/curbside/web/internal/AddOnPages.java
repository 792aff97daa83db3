package org.curbside.web.internal;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.AddOns;
import org.curbside.api.guard.Audit;
import org.curbside.api.guard.AuditEntry;
import org.curbside.api.guard.Catalogue;
import org.curbside.api.guard.Finding;
import org.curbside.api.guard.Installer;
import org.curbside.api.guard.Listing;
import org.curbside.api.guard.Plan;
import org.curbside.api.guard.Planner;
import org.curbside.api.membership.Confirmation;
import org.curbside.api.membership.Operator;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/**
 * What operators see of add-ons and do about them. Whatever changes what runs here, or runs something for the first time,
 * asks for the operator's password again: a session that was left open must not be enough.
 */
public final class AddOnPages {

    private static final String LIST = "/office/add-ons";
    private static final String NAME = "([A-Za-z0-9._-]{1,200})";
    private static final int SOME = 20;
    private static final int MANY = 1_000;
    private static final long SOON_MILLIS = 1_500;
    private static final int AGAIN_SECONDS = 2;

    private final Slice<Catalogue> catalogue;
    private final Slice<Planner> planner;
    private final Slice<Installer> installer;
    private final Slice<AddOns> addOns;
    private final Slice<Audit> audit;
    private final Slice<Confirmation> confirmation;
    private final Jobs jobs;
    private final Uploads uploads;

    AddOnPages(Slices slices, Jobs jobs, Uploads uploads) {
        catalogue = slices.of(Catalogue.class);
        planner = slices.of(Planner.class);
        installer = slices.of(Installer.class);
        addOns = slices.of(AddOns.class);
        audit = slices.of(Audit.class);
        confirmation = slices.of(Confirmation.class);
        this.jobs = jobs;
        this.uploads = uploads;
    }

    List<Route> routes() {
        return List.of(
                Route.shown(LIST, operators(this::list)),
                Route.form(LIST + "/plan", operators(this::plan)),
                Route.form(LIST + "/check", operators(this::check)),
                Route.form(LIST + "/jobs/([0-9]{1,18})", operators(this::job)),
                Route.form(LIST + "/" + NAME + "/([a-z]+)", operators(this::deed)));
    }

    /** Before anything that was sent is read, which may be large: it is not carried through the sign-in page. */
    private static Route.Page operators(Route.Page page) {
        return exchange -> {
            if (exchange.post() && exchange.turnstile().visitor().isEmpty()) {
                exchange.seeOther("/sign-in?next=" + LIST);
                return;
            }
            exchange.operator();
            page.serve(exchange);
        };
    }

    private void list(Exchange exchange) throws IOException {
        exchange.page("add-ons.jte", listPage(exchange, Form.EMPTY));
    }

    private ListPage listPage(Exchange exchange, Form form) {
        boolean all = exchange.parameter("audit").equals("all");
        List<AuditEntry> entries = audit.get().latest(all ? MANY : SOME + 1);
        boolean more = !all && entries.size() > SOME;
        return new ListPage(
                exchange.frame("Add-ons", form),
                catalogue.get().listings(),
                more ? entries.subList(1, entries.size()) : entries,
                more,
                form);
    }

    /** Of an add-on that a feature repository has. */
    private void plan(Exchange exchange) {
        String name = exchange.parameter("name");
        if (!exchange.post() || name.isEmpty()) {
            exchange.seeOther(LIST);
            return;
        }
        begin(exchange, "Plan " + name, () -> planned(catalogue.get().fetch(name)));
    }

    /** Of a file that is sent along; its code runs once, in a process of its own. */
    private void check(Exchange exchange) throws IOException {
        if (!exchange.post()) {
            exchange.seeOther(LIST);
            return;
        }
        try {
            Part sent = exchange.file("jar");
            confirm(exchange);
            Path jar = uploads.keep(sent);
            begin(exchange, "Plan " + jar.getFileName(), () -> planned(jar));
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal).andSecret("jar", "password");
            exchange.again("add-ons.jte", listPage(exchange, form), refusal);
        }
    }

    private Outcome planned(Path jar) {
        return new Outcome.Planned(planner.get().plan(jar), jar);
    }

    private void deed(Exchange exchange) throws IOException {
        AddOn addOn = installed(exchange.textInPath(1));
        Deed deed = Deed.of(exchange.textInPath(2))
                .orElseThrow(() -> Refusal.notFound("no-such-deed", "The address may be mistyped."));
        if (!exchange.post()) {
            exchange.page("add-on-deed.jte", deedPage(exchange, addOn, deed, Form.EMPTY));
            return;
        }
        String reason = exchange.parameter("reason");
        try {
            if (deed.needsReason() && reason.isBlank()) {
                throw Refusal.invalid("reason-missing", "reason", "Say why, for the operators who come after you.");
            }
            String who = confirm(exchange);
            begin(exchange, deed.label() + " " + addOn.name(), () -> new Outcome.Done(does(deed, addOn, reason, who)));
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "reason").andSecret("password");
            exchange.again("add-on-deed.jte", deedPage(exchange, addOn, deed, form), refusal);
        }
    }

    private AddOn installed(String name) {
        return addOns.get().installed().stream()
                .filter(addOn -> addOn.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("no-such-add-on", "No add-on with this name is installed."));
    }

    private String does(Deed deed, AddOn addOn, String reason, String who) {
        String name = addOn.name();
        return switch (deed) {
            case ROLLBACK -> runs(installer.get().rollback(name, who));
            case QUARANTINE -> {
                addOns.get().quarantine(name, reason, who);
                yield name + " " + addOn.version() + " is in quarantine.";
            }
            case RELEASE -> {
                addOns.get().release(name, who);
                yield runs(addOn);
            }
            case UNINSTALL -> {
                installer.get().uninstall(name, who);
                yield name + " is removed. What was stored with it stays.";
            }
        };
    }

    private static String runs(AddOn addOn) {
        return addOn.name() + " " + addOn.version() + " runs.";
    }

    private static DeedPage deedPage(Exchange exchange, AddOn addOn, Deed deed, Form form) {
        return new DeedPage(exchange.frame(deed.label() + " " + addOn.name(), form), addOn, deed, form);
    }

    /** How far something is, or what it came to; a plan is carried out from here. */
    private void job(Exchange exchange) throws IOException {
        Job job = jobs.find(exchange.numberInPath())
                .orElseThrow(() ->
                        Refusal.notFound("no-such-job", "What was done is in the audit, on the page of add-ons."));
        Optional<Outcome> outcome = job.within(0);
        if (outcome.isEmpty()) {
            exchange.lookAgainIn(AGAIN_SECONDS);
            exchange.page("add-on-job.jte", new JobPage(exchange.frame(job.title()), job.title(), "", false));
        } else if (outcome.get() instanceof Outcome.Planned planned) {
            carryOut(exchange, job, planned);
        } else {
            boolean done = outcome.get() instanceof Outcome.Done;
            exchange.page(
                    "add-on-job.jte",
                    new JobPage(exchange.frame(job.title()), job.title(), sentence(outcome.get()), done));
        }
    }

    private static String sentence(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done.sentence();
        }
        return outcome instanceof Outcome.NotDone not ? not.sentence() : "";
    }

    private void carryOut(Exchange exchange, Job job, Outcome.Planned planned) throws IOException {
        if (!exchange.post()) {
            exchange.page("add-on-plan.jte", planPage(exchange, job, planned.plan(), Form.EMPTY));
            return;
        }
        try {
            String who = confirm(exchange);
            begin(exchange, "Install " + planned.plan().verdict().name().orElse(""), () -> {
                planned.refuseIfItChanged();
                return new Outcome.Done(runs(installer.get().install(planned.jar(), who)));
            });
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal).andSecret("password");
            exchange.again("add-on-plan.jte", planPage(exchange, job, planned.plan(), form), refusal);
        }
    }

    private static PlanPage planPage(Exchange exchange, Job job, Plan plan, Form form) {
        return new PlanPage(exchange.frame(job.title(), form), job.number(), job.title(), plan, form);
    }

    /** Whoever is signed in, once their password has shown that it is they. */
    private String confirm(Exchange exchange) {
        Operator operator = exchange.turnstile().operator();
        confirmation.get().confirm(exchange.turnstile().session(), exchange.parameter("password"), null);
        return operator.name();
    }

    /** Most are done before anybody looks; whoever has to wait is told so. */
    private void begin(Exchange exchange, String title, Supplier<Outcome> work) {
        Job job = jobs.begin(title, work);
        job.within(SOON_MILLIS);
        exchange.seeOther(LIST + "/jobs/" + job.number());
    }

    /**
     * The add-ons, and what was done about them.
     *
     * @param entries newest last
     * @param more whether there are older ones
     */
    public record ListPage(Frame frame, List<Listing> listings, List<AuditEntry> entries, boolean more, Form form) {

        /** Newest first, as a page is read. */
        public List<AuditEntry> newestFirst() {
            List<AuditEntry> turned = new ArrayList<>(entries);
            Collections.reverse(turned);
            return turned;
        }

        /** What can be done about it as it is now. */
        public static List<Deed> deeds(AddOn addOn) {
            return Stream.of(Deed.values())
                    .filter(deed -> switch (deed) {
                        case ROLLBACK -> addOn.before().isPresent();
                        case RELEASE -> addOn.state() == AddOn.State.QUARANTINED;
                        case QUARANTINE -> addOn.state() != AddOn.State.QUARANTINED
                                && addOn.state() != AddOn.State.REFUSED;
                        case UNINSTALL -> true;
                    })
                    .toList();
        }

        /** What the link to a deed says. */
        public static String label(Deed deed, AddOn addOn) {
            return deed == Deed.ROLLBACK
                    ? deed.label() + " to " + addOn.before().orElseThrow()
                    : deed.label();
        }

        /** Of an add-on's state or of an act. */
        public static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }

        /** Answered or not. */
        public static long calls(AddOn addOn) {
            return addOn.calls().answered() + addOn.calls().failed();
        }

        /** Of its answers, with one decimal, or a dash while there is none. */
        public static String meanMillis(AddOn addOn) {
            return addOn.calls().answered() == 0
                    ? "\u2013"
                    : String.format(Locale.ROOT, "%.1f\u00a0ms", addOn.calls().meanMillis());
        }
    }

    /** Asks whether it is meant. */
    public record DeedPage(Frame frame, AddOn addOn, Deed deed, Form form) {}

    /** Something that is being done while the sentence is empty, or that was done or not. */
    public record JobPage(Frame frame, String title, String sentence, boolean done) {}

    /** What an installation would do, and the form that does it. */
    public record PlanPage(Frame frame, long job, String title, Plan plan, Form form) {

        /** In a word. */
        public static String word(Finding finding) {
            return finding.result().name().toLowerCase(Locale.ROOT);
        }
    }
}
