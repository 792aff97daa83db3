package org.curbside.web.internal;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Channels;
import org.curbside.api.content.FirstReplies;
import org.curbside.api.content.Question;
import org.curbside.api.content.Questions;
import org.curbside.api.content.Waiting;
import org.curbside.api.membership.Accounts;
import org.curbside.api.membership.Member;
import org.curbside.api.notification.Subject;
import org.curbside.api.notification.Subscription;
import org.curbside.api.notification.Subscriptions;
import org.curbside.api.notification.Unread;
import org.curbside.api.paging.Page;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** The list of questions, for members; and a word of welcome for everyone else. */
public final class CommunityPages {

    private static final int PER_PAGE = 20;

    private final Slice<Questions> questions;
    private final Slice<Channels> channels;
    private final Slice<Accounts> accounts;
    private final Slice<Subscriptions> subscriptions;

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
        accounts = slices.of(Accounts.class);
        subscriptions = slices.of(Subscriptions.class);
    }

    List<Route> routes() {
        return List.of(Route.shown("/", this::home), Route.shown("/waiting", this::waiting));
    }

    private void waiting(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        List<Waiting> waiting = questions.get().waiting(member);
        exchange.page(
                "waiting.jte",
                new WaitingPage(
                        exchange.frame("Waiting for you"),
                        subscriptions
                                .find()
                                .map(there -> there.heard(member, waiting))
                                .orElse(waiting),
                        questions.get().firstReplies()));
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
        Member member = exchange.turnstile().member();
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
                        page,
                        channel.flatMap(code -> subscription(member, code)),
                        subscriptions
                                .find()
                                .map(there -> there.unread(member, page.items()))
                                .orElse(Map.of())));
    }

    /** Of a channel that is none there is none. */
    private Optional<Subscription> subscription(Member member, String code) {
        return channels.get().channels().stream()
                        .anyMatch(channel -> channel.code().equals(code))
                ? subscriptions.find().map(there -> there.find(member, Subject.SPECIALTY, code))
                : Optional.empty();
    }

    /**
     * The list of questions.
     *
     * @param subscription how much the reader hears of the channel; empty for the latest of all
     * @param unread what is new to the reader, by the question's number
     */
    public record Feed(
            Frame frame,
            String heading,
            String channel,
            List<Channel> channels,
            Page<Question> page,
            Optional<Subscription> subscription,
            Map<Long, Unread> unread) {

        /** What of a question is new to the reader, or an empty string. */
        public String fresh(Question question) {
            Unread what = unread.get(question.id());
            if (what == null) {
                return "";
            }
            return what.question() ? "new" : what.advice() + " new";
        }

        /** The address of older questions, or an empty string when these are the oldest. */
        public String older() {
            if (page.next().isEmpty()) {
                return "";
            }
            return "/?" + (channel.isEmpty() ? "" : "specialty=" + encode(channel) + "&") + "before="
                    + page.next().getAsLong();
        }

        /** The specialties, each with those that are parts of it. */
        public List<Branch> specialties() {
            return Branch.of(channels.stream().filter(one -> !one.walled()).toList());
        }

        /** The channels that are none. */
        public List<Branch> apart() {
            return Branch.of(channels.stream().filter(Channel::walled).toList());
        }

        /** What this channel is for, or an empty string. */
        public String purpose() {
            return channels.stream()
                    .filter(one -> one.code().equals(channel))
                    .map(Channel::purpose)
                    .findFirst()
                    .orElse("");
        }

        /** The address of the form for a question here. */
        public String asking() {
            return channel.isEmpty() ? "/ask" : "/ask?specialty=" + encode(channel);
        }

        /** The address of a channel. */
        public static String address(String channel) {
            return "/?specialty=" + encode(channel);
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** What waits for a member, and how long colleagues wait here. */
    public record WaitingPage(Frame frame, List<Waiting> waiting, FirstReplies replies) {}

    /** What a stranger sees; whoever has just set an instance up is told how to go on. */
    public record Welcome(Frame frame, boolean hasOperator) {}
}
