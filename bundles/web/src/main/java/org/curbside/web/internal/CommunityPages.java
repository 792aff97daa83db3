package org.curbside.web.internal;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Channels;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Question;
import org.curbside.api.content.Questions;
import org.curbside.api.membership.Accounts;
import org.curbside.api.membership.Member;
import org.curbside.api.paging.Page;
import org.curbside.api.polling.NewPoll;
import org.curbside.api.polling.PollKind;
import org.curbside.api.polling.Polls;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** The list of questions and the way to ask one, for members; and a word of welcome for everyone else. */
public final class CommunityPages {

    private static final int PER_PAGE = 20;

    private final Slice<Questions> questions;
    private final Slice<Channels> channels;
    private final Slice<Polls> polls;
    private final Slice<Accounts> accounts;

    private final boolean here;

    /**
     * Over the slices.
     *
     * @param here whether there is more here than the licence desk
     */
    CommunityPages(Slices slices, boolean here) {
        this.here = here;
        questions = slices.of(Questions.class);
        channels = slices.of(Channels.class);
        polls = slices.of(Polls.class);
        accounts = slices.of(Accounts.class);
    }

    List<Route> routes() {
        return List.of(Route.shown("/", this::home), Route.form("/ask", this::ask));
    }

    private void home(Exchange exchange) throws IOException {
        Frame frame = exchange.frame("Questions");
        if (frame.analyst() || frame.operator()) {
            exchange.seeOther(frame.analyst() ? "/client" : "/office");
        } else if (!here) {
            exchange.seeOther("/verify");
        } else if (frame.dormant()) {
            exchange.seeOther("/renew");
        } else if (frame.member()) {
            feed(exchange);
        } else {
            exchange.page(
                    "welcome.jte",
                    new Welcome(
                            exchange.frame("Physicians advising physicians"),
                            accounts.get().hasOperator()));
        }
    }

    private void feed(Exchange exchange) throws IOException {
        Optional<String> channel = exchange.given("specialty");
        Page<Question> page = questions.get().latest(channel, exchange.number("before", Long.MAX_VALUE), PER_PAGE);
        String heading = channel.map(channels.get()::name).orElse("Latest questions");
        exchange.page(
                "feed.jte",
                new Feed(
                        exchange.frame(heading),
                        heading,
                        channel.orElse(""),
                        channels.get().channels(),
                        page));
    }

    private void ask(Exchange exchange) throws IOException {
        Member author = exchange.turnstile().member();
        if (!exchange.post()) {
            exchange.page("ask.jte", askPage(exchange, author, Form.EMPTY));
            return;
        }
        try {
            Question asked = questions.get().ask(author, draft(exchange));
            exchange.seeOther("/questions/" + asked.id());
        } catch (Refusal refusal) {
            Form form = Form.of(
                    exchange,
                    refusal,
                    "specialty",
                    "title",
                    "text",
                    "topics",
                    "poll.type",
                    "poll.text",
                    "poll.choices",
                    "confirmed");
            exchange.again("ask.jte", askPage(exchange, author, form), refusal);
        }
    }

    private AskPage askPage(Exchange exchange, Member author, Form form) {
        return new AskPage(
                exchange.frame("Ask a question", form),
                channels.get().channels(),
                form.value("specialty").isEmpty() ? author.specialty() : form.value("specialty"),
                polls.get().types(),
                form.value("poll.type").isEmpty() ? "choice" : form.value("poll.type"),
                form);
    }

    private static NewQuestion draft(Exchange exchange) {
        return new NewQuestion(
                exchange.parameter("specialty"),
                exchange.parameter("title"),
                exchange.parameter("text"),
                List.of(exchange.parameter("topics").split(",", -1)),
                poll(exchange),
                exchange.given("confirmed").isPresent());
    }

    private static @Nullable NewPoll poll(Exchange exchange) {
        if (exchange.parameter("poll.text").isBlank()
                && exchange.parameter("poll.choices").isBlank()) {
            return null;
        }
        List<String> choices = Arrays.asList(exchange.parameter("poll.choices").split("\\R", -1));
        return new NewPoll(exchange.parameter("poll.type"), exchange.parameter("poll.text"), choices);
    }

    /** The list of questions. */
    public record Feed(Frame frame, String heading, String channel, List<Channel> channels, Page<Question> page) {

        /** The address of older questions, or an empty string when these are the oldest. */
        public String older() {
            if (page.next().isEmpty()) {
                return "";
            }
            return "/?" + (channel.isEmpty() ? "" : "specialty=" + encode(channel) + "&") + "before="
                    + page.next().getAsLong();
        }

        /** The address of a channel. */
        public static String address(String channel) {
            return "/?specialty=" + encode(channel);
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** What a stranger sees; whoever has just set an instance up is told how to go on. */
    public record Welcome(Frame frame, boolean hasOperator) {}

    /** The form for a question; {@code chosen} is a channel's code, {@code pollType} the id of one of the types. */
    public record AskPage(
            Frame frame, List<Channel> channels, String chosen, List<PollKind> pollTypes, String pollType, Form form) {}
}
