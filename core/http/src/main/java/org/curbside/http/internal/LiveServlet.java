package org.curbside.http.internal;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.SignIn;
import org.curbside.api.notification.Live;
import org.curbside.api.notification.Presence;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens while a page is open, told to it as an event stream; no thread waits for any of them. A stream ends with its session,
 * within 15 seconds, and when this bundle is replaced; its reader comes back and is told what it missed.
 */
@Component(
        service = {Servlet.class, Presence.class},
        property = {
            "osgi.http.whiteboard.servlet.name=curbside-live",
            "osgi.http.whiteboard.servlet.pattern=/api/live",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
        })
public final class LiveServlet extends HttpServlet implements Presence {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LiveServlet.class);
    private static final int MOST = 2_000;
    private static final int RETRY_MILLIS = 3_000;
    private static final int LOOK_MILLIS = 1_000;
    private static final int BEAT_SECONDS = 15;

    private final transient Supplier<Optional<Live>> live;
    private final transient Sessions sessions;
    private final transient Broadcast broadcast;
    private final transient Runnable close;

    /** Looks for the slices, and looks every second what has happened. */
    @Activate
    public LiveServlet(BundleContext context) {
        this(new Slices(context), Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "curbside-live");
            daemon.setDaemon(true);
            return daemon;
        }));
    }

    private LiveServlet(Slices slices, ScheduledExecutorService thread) {
        this(slices.of(Live.class)::find, sessions(slices.of(SignIn.class)), MOST, () -> {
            thread.shutdown();
            slices.close();
        });
        var unusedLooking = thread.scheduleWithFixedDelay(this::turn, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        var unusedBeating = thread.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    LiveServlet(Supplier<Optional<Live>> live, Sessions sessions, int most, Runnable close) {
        this.live = live;
        this.sessions = sessions;
        this.broadcast = new Broadcast(most);
        this.close = close;
    }

    /** Whether a session lasts, for all that is known. */
    @FunctionalInterface
    interface Sessions extends Predicate<String> {}

    private static Sessions sessions(Slice<SignIn> signIn) {
        return session -> signIn.find()
                .map(there ->
                        there.visitor(session).filter(Member.class::isInstance).isPresent())
                .orElse(true);
    }

    /** Nobody is interrupted: a database on files closes itself when a thread is interrupted that reads it. */
    @Deactivate
    void close() {
        close.run();
        broadcast.close();
    }

    /** Tells what has happened; what goes wrong is told the next time. */
    void turn() {
        try {
            live.get().ifPresent(broadcast::turn);
        } catch (RuntimeException e) {
            LOG.debug("What happened is told later", e);
        }
    }

    /** Leaves whoever has gone, and whose session has ended. */
    void beat() {
        try {
            broadcast.beat(sessions);
        } catch (RuntimeException e) {
            LOG.debug("Sessions are looked at later", e);
        }
    }

    @Override
    public boolean isHere(long member) {
        return broadcast.has(member);
    }

    int open() {
        return broadcast.size();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            open(request, response);
        } catch (Refusal refusal) {
            Answers.send(Problem.of(refusal), request, response);
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Member member = Visits.of(request).member();
        broadcast.refuseCrowd();
        Live here = live.get()
                .orElseThrow(() -> Refusal.unavailable(
                        "being-replaced", RETRY_MILLIS / 1_000, "This part is being updated. Try again in a moment."));
        long last = last(request, here.latest());
        int unread = here.unread(List.of(member.id())).getOrDefault(member.id(), 0);
        LiveStream.Wish wish = new LiveStream.Wish(
                member.id(),
                Visits.of(request).session(),
                number(request.getParameter("question"), 0),
                request.getParameter("specialty"));
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext exchange = request.startAsync(request, response);
        exchange.setTimeout(0);
        LiveStream stream = new LiveStream(wish, last, exchange, broadcast::remove);
        broadcast.add(stream);
        stream.begin(RETRY_MILLIS, unread);
    }

    /** After which happening to go on; a browser that comes back by itself says so in a header. */
    private static long last(HttpServletRequest request, long latest) {
        String back = request.getHeader("Last-Event-ID");
        return Math.min(latest, number(back == null ? request.getParameter("after") : back, latest));
    }

    private static long number(@Nullable String typed, long otherwise) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : otherwise;
    }
}
