package org.curbside.moderation.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.ModerationNotice;
import org.curbside.api.moderation.ModerationNotices;
import org.curbside.api.slice.Slices;
import org.curbside.moderation.internal.store.CaseStore;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Tells members what became of their posts, and hears them. */
@Component
public final class NoticeDesk implements ModerationNotices {

    private static final int SHOWN = 100;
    private static final int LEAST = 10;
    private static final int MOST = 2_000;

    private final CaseStore cases;
    private final Words words;
    private final Clock clock;
    private final Runnable close;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public NoticeDesk(BundleContext context, @Reference CaseStore cases) {
        this(cases, new Slices(context), Clock.systemUTC());
    }

    private NoticeDesk(CaseStore cases, Slices slices, Clock clock) {
        this(cases, FlagDesk.words(slices), clock, slices::close);
    }

    NoticeDesk(CaseStore cases, Words words, Clock clock, Runnable close) {
        this.cases = cases;
        this.words = words;
        this.clock = clock;
        this.close = close;
    }

    @Deactivate
    void close() {
        close.run();
    }

    @Override
    public List<ModerationNotice> of(Member member) {
        return cases.notices(member.id(), SHOWN);
    }

    @Override
    public Optional<Instant> suspended(Member member) {
        return cases.suspended(member.id(), clock.instant());
    }

    @Override
    public ModerationNotice answer(Member member, long id, @Nullable String said) {
        String checked = words.check(said, LEAST, MOST);
        return cases.answer(member.id(), id, checked, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
