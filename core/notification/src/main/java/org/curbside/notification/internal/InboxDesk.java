package org.curbside.notification.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.curbside.api.content.Question;
import org.curbside.api.content.Questions;
import org.curbside.api.membership.Member;
import org.curbside.api.notification.Happening;
import org.curbside.api.notification.Inbox;
import org.curbside.api.notification.InboxEntry;
import org.curbside.api.notification.Live;
import org.curbside.api.notification.News;
import org.curbside.api.paging.Page;
import org.curbside.api.slice.Slice;
import org.curbside.notification.internal.store.EntryRow;
import org.curbside.notification.internal.store.InboxStore;
import org.curbside.notification.internal.store.OpenedStore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands out what members were told of, and takes away what is old. */
@Component(service = {Inbox.class, Live.class})
public final class InboxDesk implements Inbox, Live {

    private static final Logger LOG = LoggerFactory.getLogger(InboxDesk.class);

    private final InboxStore store;
    private final OpenedStore opened;
    private final LongFunction<Optional<Question>> questions;
    private final Clock clock;
    private final Runnable close;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public InboxDesk(BundleContext context, @Reference InboxStore store, @Reference OpenedStore opened) {
        this(store, opened, new Slice<>(context, Questions.class), Clock.systemUTC());
    }

    private InboxDesk(InboxStore store, OpenedStore opened, Slice<Questions> questions, Clock clock) {
        this(store, opened, questions, clock, Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "curbside-inbox");
            daemon.setDaemon(true);
            return daemon;
        }));
    }

    private InboxDesk(
            InboxStore store,
            OpenedStore opened,
            Slice<Questions> questions,
            Clock clock,
            ScheduledExecutorService housekeeping) {
        this(store, opened, id -> questions.get().find(id), clock, () -> {
            housekeeping.shutdown();
            opened.keep();
            questions.close();
        });
        var unusedTidying = housekeeping.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.MINUTES);
        var unusedKeeping = housekeeping.scheduleWithFixedDelay(this::keepOpened, 1, 1, TimeUnit.SECONDS);
    }

    InboxDesk(
            InboxStore store,
            OpenedStore opened,
            LongFunction<Optional<Question>> questions,
            Clock clock,
            Runnable close) {
        this.store = store;
        this.opened = opened;
        this.questions = questions;
        this.clock = clock;
        this.close = close;
    }

    @Deactivate
    void close() {
        close.run();
    }

    /** Goes on at the next time if it fails. */
    void tidy() {
        try {
            store.purge(clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("Old entries of inboxes could not be taken away; that is tried again in an hour", e);
        }
    }

    /** Goes on a second later if it fails, as when another node kept the same just then. */
    private void keepOpened() {
        try {
            opened.keep();
        } catch (RuntimeException e) {
            LOG.debug("What members opened waits", e);
        }
    }

    /** Titles are not kept with the entries: a question may be edited or hidden. */
    @Override
    public Page<InboxEntry> entries(Member member, long before, int limit) {
        int size = Page.size(limit);
        Page<EntryRow> rows = Page.of(store.entries(member.id(), before, size + 1), size, EntryRow::moved);
        if (before == Long.MAX_VALUE && rows.items().stream().anyMatch(EntryRow::isNews)) {
            store.reminded(member.id(), rows.items().get(0).moved());
        }
        return new Page<>(
                rows.items().stream()
                        .flatMap(row -> questions.apply(row.question()).map(row::entry).stream())
                        .toList(),
                rows.next());
    }

    @Override
    public int unread(Member member) {
        return unread(List.of(member.id())).getOrDefault(member.id(), 0);
    }

    @Override
    public void opened(Member member, Question question) {
        store.read(member.id(), question.id());
        opened.opened(
                member.id(), question.id(), question.comments(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public void read(Member member, long question) {
        store.read(member.id(), question);
    }

    @Override
    public void readAll(Member member) {
        store.readAll(member.id());
    }

    @Override
    public News news(long member) {
        return store.news(member);
    }

    @Override
    public void reminded(long member, News of) {
        store.reminded(member, of.last());
    }

    @Override
    public long latest() {
        return store.latest();
    }

    @Override
    public List<Happening> after(long id) {
        return store.after(id);
    }

    @Override
    public Map<Long, Integer> unread(Collection<Long> members) {
        return members.isEmpty() ? Map.of() : store.unread(members);
    }
}
