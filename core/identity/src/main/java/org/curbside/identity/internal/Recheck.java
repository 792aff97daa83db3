package org.curbside.identity.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.curbside.api.credential.Credential;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.CaseStep;
import org.curbside.api.identity.RecheckReport;
import org.curbside.api.paging.Page;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.registry.AfterLoad;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.CaseRow;
import org.curbside.identity.internal.store.Cases;
import org.curbside.identity.internal.store.Decisions;
import org.curbside.identity.internal.store.Rechecks;
import org.curbside.identity.internal.store.Step;
import org.curbside.spi.verification.Verdict;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks again at licences that were proven: all of them after each load of a file and once in an epoch, and each before its first
 * credential of an epoch.
 */
@Component(service = {Recheck.class, AfterLoad.class})
public final class Recheck implements AfterLoad {

    /** After a start, add-ons have so long to come. */
    private static final int MINUTES = 10;

    private final Cases cases;
    private final Decisions decisions;
    private final Registries registries;
    private final Issuer issuer;
    private final Clock clock;
    private final Rechecks rechecks;
    private final ScheduledExecutorService calendar = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "curbside-recheck");
        thread.setDaemon(true);
        return thread;
    });

    /** As the platform runs it, on the system's clock. */
    @Activate
    public Recheck(@Reference Books books, @Reference Registries registries, @Reference Issuer issuer) {
        this(books, registries, issuer, Clock.systemUTC());
        var unused = calendar.scheduleWithFixedDelay(this::lookAtTheCalendar, MINUTES, MINUTES, TimeUnit.MINUTES);
    }

    Recheck(Books books, Registries registries, Issuer issuer, Clock clock) {
        this.cases = new Cases(books);
        this.decisions = new Decisions(books, issuer.seal()::evidence);
        this.registries = registries;
        this.issuer = issuer;
        this.clock = clock;
        this.rechecks = new Rechecks(books);
    }

    @Deactivate
    void close() {
        calendar.shutdown();
    }

    private void lookAtTheCalendar() {
        try {
            inEachEpoch();
        } catch (RuntimeException notNow) {
            // No database is there; this is tried again in some minutes.
        }
    }

    @Override
    public void loaded() {
        all();
    }

    /**
     * Everyone, by the files that are loaded or else by the service that verified them, unless that was done in this epoch. Who cannot
     * be judged now is judged before the next credential.
     */
    Optional<RecheckReport> inEachEpoch() {
        LocalDate epoch = Credential.epochOf(LocalDate.ofInstant(clock.instant(), clock.getZone()));
        if (rechecks.isDone(epoch)) {
            return Optional.empty();
        }
        RecheckReport report = every(row -> filed(row).or(() -> Optional.of(asked(row))));
        rechecks.done(epoch, report);
        return Optional.of(report);
    }

    /** Everyone, by the files that are loaded. */
    RecheckReport all() {
        return every(this::filed);
    }

    private RecheckReport every(Function<CaseRow, Optional<Standing>> look) {
        Map<CaseState, Long> moved = new EnumMap<>(CaseState.class);
        long looked = 0;
        long skipped = 0;
        List<CaseRow> some = cases.proven(0, Page.MOST);
        while (!some.isEmpty()) {
            for (CaseRow row : some) {
                looked++;
                try {
                    Optional<Standing> found = look.apply(row);
                    if (found.isPresent()) {
                        CaseState state = judge(row, found.get());
                        moved.merge(state, state == row.state() ? 0L : 1L, Long::sum);
                    } else {
                        skipped++;
                    }
                } catch (Refusal away) {
                    skipped++;
                }
            }
            some = cases.proven(some.get(some.size() - 1).id(), Page.MOST);
        }
        return new RecheckReport(
                looked,
                moved.getOrDefault(CaseState.LAPSED, 0L),
                moved.getOrDefault(CaseState.REVIEW, 0L),
                moved.getOrDefault(CaseState.PROVEN, 0L),
                skipped);
    }

    /** Nothing for whom only a service has verified. */
    private Optional<Standing> filed(CaseRow row) {
        return registries.filed(row.claim()).map(national -> registries.recorded(national, row.claim()));
    }

    /** One, with the registries that are services too. */
    CaseState ask(CaseRow row) {
        return judge(row, asked(row));
    }

    private Standing asked(CaseRow row) {
        return registries.confirmed(registries.national(row.claim()), row.claim());
    }

    /** Where a case that was proven belongs now; it is brought there. A doubt that a person has decided on is none any more. */
    private CaseState judge(CaseRow row, Standing standing) {
        String reason = standing.judgement().reason();
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        if (standing.verdict() == Verdict.INACTIVE) {
            decisions.lapse(row, standing.words(), new Step(CaseStep.Act.LAPSED, "", reason, today));
            return CaseState.LAPSED;
        }
        if (standing.verdict() == Verdict.INDETERMINATE
                && !row.approved().equals(issuer.seal().evidence(row.id(), reason))) {
            decisions.doubt(row, standing.words(), new Step(CaseStep.Act.DOUBTED, "", reason, today));
            return CaseState.REVIEW;
        }
        decisions.restore(row, new Step(CaseStep.Act.RESTORED, "", reason, today));
        return CaseState.PROVEN;
    }
}
