package org.curbside.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Turnstile;
import org.curbside.api.membership.Visitor;
import org.curbside.api.notification.Happening;
import org.curbside.api.notification.Happening.Kind;
import org.curbside.api.notification.Live;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over the server that the platform runs on. */
@Timeout(20)
class LiveServletTest {

    private static final int MOST = 6;
    private static final int FEW_BYTES = 4_096;

    private final List<Happening> happened = new CopyOnWriteArrayList<>();
    private final Map<Long, Integer> unread = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Live live = new Live() {
        @Override
        public long latest() {
            return happened.size();
        }

        @Override
        public List<Happening> after(long id) {
            return happened.subList((int) id, happened.size());
        }

        @Override
        public Map<Long, Integer> unread(Collection<Long> members) {
            return unread;
        }
    };
    private volatile Optional<Live> there = Optional.of(live);
    private final LiveServlet servlet =
            new LiveServlet(() -> there, session -> !ended.contains(session), MOST, () -> {});
    private final Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    @BeforeEach
    void serve() throws Exception {
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/api/live");
        FilterHolder signedIn = new FilterHolder(new SignedIn());
        signedIn.setAsyncSupported(true);
        context.addFilter(signedIn, "/*", EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(context);
        ((ServerConnector) server.getConnectors()[0]).setAcceptedSendBufferSize(FEW_BYTES);
        server.start();
    }

    @AfterEach
    void end() throws Exception {
        server.stop();
    }

    /** Whoever names a member in a header is that member. */
    private static final class SignedIn extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            @Nullable String member = request.getHeader("Member");
            request.setAttribute(Turnstile.ATTRIBUTE, new Turnstile() {
                @Override
                public Optional<Visitor> visitor() {
                    return Optional.ofNullable(member).map(id -> new Member(Long.parseLong(id), "m" + id, "S"));
                }

                @Override
                public String session() {
                    return "session of " + member;
                }
            });
            chain.doFilter(request, response);
        }
    }

    private final class Page implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;

        Page(String query, String... headers) throws IOException {
            int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
            socket = new Socket();
            socket.setReceiveBufferSize(FEW_BYTES);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            String request = "GET /api/live" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + String.join("\r\n", headers) + (headers.length > 0 ? "\r\n" : "") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** Reads until a line that begins so. */
        String next(String beginning) throws IOException {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            return "the end";
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private void happens(Kind kind, long question, String channel, boolean walled, long member) {
        happened.add(new Happening(happened.size() + 1, kind, question, channel, walled, member));
    }

    private static String advice(long question) {
        return "data: {\"question\":" + question + "}";
    }

    @Test
    void a_page_is_told_of_advice_on_its_question_by_others_and_of_nothing_else() throws Exception {
        unread.put(1L, 3);
        try (Page page = new Page("?question=7", "Member: 1")) {
            assertThat(page.next("HTTP")).contains("200");
            assertThat(page.next("retry")).isEqualTo("retry: 3000");
            assertThat(page.next("data")).isEqualTo("data: {\"unread\":3}");
            happens(Kind.ADVICE_GIVEN, 8, "S", false, 2);
            happens(Kind.ADVICE_GIVEN, 7, "S", false, 1);
            happens(Kind.VIEW_IN_MINORITY, 7, "S", false, 2);
            happens(Kind.ADVICE_GIVEN, 7, "S", false, 2);
            happens(Kind.QUESTION_CONCLUDED, 7, "S", false, 2);
            unread.put(1L, 4);
            servlet.turn();
            assertThat(page.next("id")).isEqualTo("id: 4");
            assertThat(page.next("event")).isEqualTo("event: advice");
            assertThat(page.next("data")).isEqualTo(advice(7));
            assertThat(page.next("event")).isEqualTo("event: conclusion");
            assertThat(page.next("event")).isEqualTo("event: inbox");
            assertThat(page.next("data")).isEqualTo("data: {\"unread\":4}");
        }
    }

    @Test
    void the_latest_of_all_has_nothing_of_what_is_walled() throws Exception {
        try (Page all = new Page("?specialty=", "Member: 1");
                Page walled = new Page("?specialty=W", "Member: 2")) {
            all.next("data");
            walled.next("data");
            happens(Kind.QUESTION_ASKED, 8, "W", true, 3);
            happens(Kind.QUESTION_ASKED, 9, "S", false, 3);
            servlet.turn();
            assertThat(all.next("data")).isEqualTo(advice(9));
            assertThat(walled.next("data")).isEqualTo(advice(8));
        }
    }

    @Test
    void who_comes_back_is_told_what_they_missed() throws Exception {
        for (int question = 1; question <= 3; question++) {
            happens(Kind.ADVICE_GIVEN, 7, "S", false, 2);
        }
        try (Page page = new Page("?question=7", "Member: 1", "Last-Event-ID: 2");
                Page other = new Page("?question=7&after=1", "Member: 3")) {
            page.next("data");
            other.next("data");
            servlet.turn();
            assertThat(page.next("id")).isEqualTo("id: 3");
            assertThat(other.next("id")).isEqualTo("id: 2");
        }
    }

    @Test
    void a_reader_who_has_gone_is_noticed() throws Exception {
        Page page = new Page("", "Member: 1");
        page.next("data");
        assertThat(servlet.open()).isEqualTo(1);
        page.close();
        while (servlet.open() > 0) {
            servlet.beat();
            Thread.onSpinWait();
        }
        assertThat(servlet.open()).isZero();
    }

    @Test
    void a_stream_ends_with_its_session_and_when_the_bundle_goes() throws Exception {
        try (Page one = new Page("", "Member: 1");
                Page other = new Page("", "Member: 2")) {
            one.next("data");
            other.next("data");
            ended.add("session of 1");
            servlet.beat();
            assertThat(one.next("never")).isEqualTo("the end");
            assertThat(other.next(":")).isEqualTo(":");
            servlet.close();
            assertThat(other.next("never")).isEqualTo("the end");
        }
    }

    @Test
    void of_one_member_the_oldest_page_gives_way_and_of_all_no_more_are_taken() throws Exception {
        try (Page first = new Page("", "Member: 1")) {
            first.next("data");
            for (int more = 0; more < Broadcast.MOST_OF_ONE; more++) {
                new Page("", "Member: 1").next("data");
            }
            assertThat(first.next("never")).isEqualTo("the end");
            assertThat(servlet.open()).isEqualTo(Broadcast.MOST_OF_ONE);
            new Page("", "Member: 2").next("data");
            new Page("", "Member: 3").next("data");
            Page refused = new Page("", "Member: 4");
            assertThat(refused.next("HTTP")).contains("503");
            assertThat(refused.next("Retry-After")).isEqualTo("Retry-After: 30");
        }
    }

    @Test
    void a_stranger_signs_in_first_and_while_the_slice_is_away_one_comes_back() throws Exception {
        assertThat(new Page("").next("HTTP")).contains("401");
        there = Optional.empty();
        servlet.turn();
        assertThat(new Page("", "Member: 1").next("HTTP")).contains("503");
    }

    @Test
    void a_reader_who_takes_nothing_is_left() throws Exception {
        try (Page page = new Page("?question=7", "Member: 1")) {
            page.next("data");
            long turns = 0;
            while (servlet.open() > 0 && turns++ < 5_000_000) {
                servlet.beat();
            }
            assertThat(servlet.open()).isZero();
        }
    }
}
