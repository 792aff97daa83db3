package org.curbside.http.internal;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.curbside.api.notification.Happening;
import org.jspecify.annotations.Nullable;

/**
 * One open page that is told what happens, as an event stream (WHATWG HTML, section 9.2). Nobody waits for it: what its reader has not
 * taken yet is kept, and a reader who takes nothing for long is left.
 */
final class LiveStream implements WriteListener {

    private static final int MOST_WAITING = 100;

    private final Wish wish;
    private final AsyncContext exchange;
    private final ServletOutputStream out;
    private final Consumer<LiveStream> gone;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private long last;
    private int unread;
    private boolean begun;
    private boolean unflushed;
    private boolean closed;

    /**
     * What the page wants to hear of.
     *
     * @param session the session's secret
     * @param question the question that is shown, or 0
     * @param channel the channel whose questions are shown, empty for the latest of all, or null
     */
    record Wish(long member, String session, long question, @Nullable String channel) {

        boolean takes(Happening what) {
            if (what.member() == member || what.kind().isPrivate()) {
                return false;
            }
            if (what.kind() == Happening.Kind.QUESTION_ASKED) {
                return channel != null && (channel.isEmpty() ? !what.walled() : channel.equals(what.channel()));
            }
            return what.question() == question;
        }
    }

    /**
     * Begins with what happens after {@code last}.
     *
     * @param gone is told when the reader has gone
     */
    LiveStream(Wish wish, long last, AsyncContext exchange, Consumer<LiveStream> gone) throws IOException {
        this.wish = wish;
        this.last = last;
        this.exchange = exchange;
        this.gone = gone;
        this.out = exchange.getResponse().getOutputStream();
    }

    /** Says first how long to wait before coming back, and how much is unread. */
    void begin(int retryMillis, int unreadNow) {
        say("retry: " + retryMillis + "\n\n");
        say(unread(unreadNow));
        out.setWriteListener(this);
    }

    private String unread(int now) {
        unread = now;
        return "id: " + last + "\nevent: inbox\ndata: {\"unread\":" + now + "}\n\n";
    }

    long member() {
        return wish.member();
    }

    String session() {
        return wish.session();
    }

    synchronized long last() {
        return last;
    }

    /** Tells what happened, if it did not before and the page wants to hear of it. */
    synchronized void tell(Happening what) {
        if (what.id() <= last) {
            return;
        }
        last = what.id();
        if (wish.takes(what)) {
            String event =
                    switch (what.kind()) {
                        case QUESTION_ASKED -> "question";
                        case ADVICE_GIVEN -> "advice";
                        case REPLY_GIVEN -> "reply";
                        default -> "conclusion";
                    };
            say("id: " + last + "\nevent: " + event + "\ndata: {\"question\":" + what.question() + "}\n\n");
        }
    }

    /** Tells how much is unread, if that has changed. */
    synchronized void tellUnread(int now) {
        if (now != unread) {
            say(unread(now));
        }
    }

    /** Keeps the connection up, and notices when it is not. */
    void beat() {
        say(":\n\n");
    }

    private synchronized void say(String text) {
        if (closed) {
            return;
        }
        if (waiting.size() >= MOST_WAITING) {
            close();
            return;
        }
        waiting.add(text.getBytes(StandardCharsets.UTF_8));
        if (begun) {
            onWritePossible();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        begun = true;
        try {
            while (!closed && (unflushed || !waiting.isEmpty()) && out.isReady()) {
                byte[] next = waiting.poll();
                if (next == null) {
                    unflushed = false;
                    out.flush();
                } else {
                    unflushed = true;
                    out.write(next);
                }
            }
        } catch (IOException | IllegalStateException left) {
            close();
        }
    }

    @Override
    public void onError(Throwable left) {
        close();
    }

    /** Ends it; whoever reads comes back by itself. */
    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
        }
        gone.accept(this);
        try {
            exchange.complete();
        } catch (IllegalStateException over) {
            // the container has ended it already
        }
    }
}
