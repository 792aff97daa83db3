package org.curbside.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.lucene.store.AlreadyClosedException;
import org.curbside.api.content.CommentGiven;
import org.curbside.api.content.Discussion;
import org.curbside.api.content.Discussions;
import org.curbside.api.content.PostHidden;
import org.curbside.api.content.PostRestored;
import org.curbside.api.content.QuestionAsked;
import org.curbside.api.content.QuestionChanged;
import org.curbside.api.content.ReplyGiven;
import org.curbside.api.event.Event;
import org.curbside.api.paging.Page;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.search.SearchIndex;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.SliceAway;
import org.curbside.search.internal.index.Index;
import org.curbside.search.internal.index.Shelf;
import org.curbside.search.internal.query.Words;
import org.curbside.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index as what is stored is: on a thread of its own it follows the log of events, some times a second, and commits every few
 * seconds. After a crash it goes on from the last commit. An index that is missing, broken or of another schema is made anew.
 */
@Component(
        service = {SearchIndex.class, Indexer.class},
        configurationPid = "org.curbside.search")
public final class Indexer implements SearchIndex {

    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

    private static final long PAUSE_MILLIS = 200;
    private static final int TURNS_TO_COMMIT = 25;
    private static final int AT_ONCE = 200;
    private static final int PAGES_TO_TELL = 50;

    /** What changes what is found, and of which question. */
    private static final Map<Class<? extends Event>, ToLongFunction<Event>> FOLLOWED = followed();

    private final Words words = new Words();
    private final Shelf shelf;
    private final EventLog log;
    private final Supplier<Discussions> discussions;
    private final Runnable letGo;
    private final AtomicBoolean building = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "curbside-search");
        daemon.setDaemon(true);
        return daemon;
    });
    private volatile @Nullable Index current;
    private volatile boolean closed;
    private int turns;

    /** The settings in {@code etc/org.curbside.search.cfg}. */
    public @interface Settings {

        /** The folder of the index. */
        String index() default "data/search";
    }

    /** As the platform runs it. */
    @Activate
    public Indexer(BundleContext context, Settings settings, @Reference EventLog log) {
        this(Path.of(settings.index().strip()), log, new Slice<>(context, Discussions.class));
        var unused = thread.scheduleWithFixedDelay(this::turn, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Indexer(Path folder, EventLog log, Slice<Discussions> discussions) {
        this(folder, log, discussions::get, discussions::close);
    }

    /**
     * In that folder; it follows when {@link #turn()} is called.
     *
     * @param letGo is run when it closes
     */
    public Indexer(Path folder, EventLog log, Supplier<Discussions> discussions, Runnable letGo) {
        this.shelf = new Shelf(folder, words.analyzer());
        this.log = log;
        this.discussions = discussions;
        this.letGo = letGo;
    }

    private static Map<Class<? extends Event>, ToLongFunction<Event>> followed() {
        Map<Class<? extends Event>, ToLongFunction<Event>> followed = new LinkedHashMap<>();
        follow(followed, QuestionAsked.class, QuestionAsked::question);
        follow(followed, CommentGiven.class, CommentGiven::question);
        follow(followed, ReplyGiven.class, ReplyGiven::question);
        follow(followed, QuestionChanged.class, QuestionChanged::question);
        follow(followed, PostHidden.class, PostHidden::question);
        follow(followed, PostRestored.class, PostRestored::question);
        return followed;
    }

    private static <E extends Event> void follow(
            Map<Class<? extends Event>, ToLongFunction<Event>> followed, Class<E> kind, ToLongFunction<E> question) {
        followed.put(kind, event -> question.applyAsLong(kind.cast(event)));
    }

    /** Commits, and lets go of everything. */
    @Deactivate
    public void close() throws IOException, InterruptedException {
        closed = true;
        thread.shutdown();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("The index is still written to; it goes on from its last commit");
        }
        synchronized (this) {
            Index last = current;
            current = null;
            if (last != null) {
                last.close();
            }
        }
        words.close();
        letGo.run();
    }

    /** How texts are taken apart. */
    Words words() {
        return words;
    }

    /** Follows what happened. What cannot be done now is tried again in the next turn. */
    public synchronized void turn() {
        try {
            Index index = current;
            if (index == null) {
                open();
            } else if (index != null && index.whole()) {
                while (follow(index) == AT_ONCE) {
                    LOG.debug("The index follows; it is at {}", index.position());
                }
                if (++turns % TURNS_TO_COMMIT == 0) {
                    index.commit();
                }
            }
        } catch (SliceAway away) {
            LOG.debug("What the index is made of is being replaced", away);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index does not follow; it tries again", e);
            dropIfBroken();
        }
    }

    /** Takes the index that is there, or makes one. */
    private void open() throws IOException {
        if (closed || !building.compareAndSet(false, true)) {
            return;
        }
        try {
            Index index = shelf.take().orElse(null);
            current = index;
            if (index == null) {
                build(shelf.fresh(), progress -> LOG.info("The search index has {} questions", progress.questions()));
            }
        } finally {
            building.set(false);
        }
    }

    /** Puts in anew all that was said where something happened; returns how much happened. */
    private int follow(Index index) throws IOException {
        EventLog.Stretch stretch = log.after(index.position(), FOLLOWED.keySet(), AT_ONCE);
        Set<Long> gone = new LinkedHashSet<>();
        stretch.events().forEach(placed -> gone.add(question(placed.event())));
        if (!gone.isEmpty()) {
            for (Discussion discussion : discussions.get().of(Set.copyOf(gone))) {
                index.put(discussion);
                gone.remove(discussion.question().id());
            }
            index.remove(gone);
            index.refresh();
        }
        index.reached(stretch.position());
        return stretch.events().size();
    }

    private static long question(Event event) {
        ToLongFunction<Event> question = FOLLOWED.get(event.getClass());
        if (question == null) {
            throw new IllegalStateException("Nobody follows " + event.getClass());
        }
        return question.applyAsLong(event);
    }

    /** After a failure such as a full disk nothing more can be written; the last commit is opened again. */
    private void dropIfBroken() {
        Index index = current;
        if (index != null && index.broken()) {
            current = null;
            try {
                index.close();
            } catch (IOException | RuntimeException e) {
                LOG.debug("It could not be closed either", e);
            }
        }
    }

    @Override
    public Progress rebuild(Consumer<Progress> progress) {
        if (!building.compareAndSet(false, true)) {
            throw Refusal.conflict("index-being-built", "The index is being made already. Wait until it is complete.");
        }
        try {
            return build(shelf.fresh(), progress);
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be written", e);
        } finally {
            building.set(false);
        }
    }

    private Progress build(Index fresh, Consumer<Progress> progress) throws IOException {
        boolean complete = false;
        try {
            fresh.reached(last());
            if (current == null) {
                current = fresh;
            }
            fill(fresh, progress);
            while (follow(fresh) == AT_ONCE) {
                progress.accept(progress(fresh));
            }
            complete = true;
        } finally {
            if (!complete) {
                give(fresh);
            }
        }
        take(fresh);
        return progress(fresh);
    }

    /** What was stored before this moment is read later, so nothing before it has to be followed. */
    private long last() {
        return log.after(Long.MAX_VALUE, FOLLOWED.keySet(), 1).position();
    }

    private void fill(Index fresh, Consumer<Progress> progress) throws IOException {
        OptionalLong after = OptionalLong.of(0);
        for (int page = 1; after.isPresent(); page++) {
            if (closed) {
                throw new IOException("The platform stops");
            }
            Page<Discussion> read = discussions.get().after(after.getAsLong(), Page.MOST);
            for (Discussion discussion : read.items()) {
                fresh.add(discussion);
            }
            after = read.next();
            if (page % PAGES_TO_TELL == 0) {
                fresh.refresh();
                progress.accept(progress(fresh));
            }
        }
        fresh.refresh();
    }

    /** From now on it serves. */
    private synchronized void take(Index fresh) throws IOException {
        follow(fresh);
        fresh.complete();
        fresh.commit();
        Index before = current;
        current = fresh;
        if (before != null && before != fresh) {
            shelf.discard(before);
        }
    }

    private synchronized void give(Index fresh) throws IOException {
        if (fresh.equals(current)) {
            current = null;
        }
        shelf.discard(fresh);
    }

    private static Progress progress(Index index) throws IOException {
        return new Progress(index.size(), index.whole(), index.position());
    }

    @Override
    public Progress state() {
        return ask(Indexer::progress);
    }

    /** Asks the index that serves; once more, if it was replaced just then. */
    <T> T ask(Question<T> question) {
        try {
            return once(question);
        } catch (AlreadyClosedException replaced) {
            return once(question);
        }
    }

    private <T> T once(Question<T> question) {
        try {
            return question.ask(serving());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Index serving() {
        Index index = current;
        if (index == null) {
            throw Refusal.unavailable(
                    "index-away", 2, "The search begins to work in a moment. Try again then; nothing is lost.");
        }
        return index;
    }

    /** What is asked of the index that serves. */
    @FunctionalInterface
    interface Question<T> {

        T ask(Index index) throws IOException;
    }
}
