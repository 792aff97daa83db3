package org.curbside.web.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.curbside.api.content.Channels;
import org.curbside.api.membership.Member;
import org.curbside.api.notification.Inbox;
import org.curbside.api.notification.InboxEntry;
import org.curbside.api.notification.Level;
import org.curbside.api.notification.Subject;
import org.curbside.api.notification.Subscription;
import org.curbside.api.notification.Subscriptions;
import org.curbside.api.paging.Page;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** The inbox, and what a member hears of. */
public final class InboxPages {

    private static final int PER_PAGE = 20;

    private final Slice<Inbox> inbox;
    private final Slice<Subscriptions> subscriptions;
    private final Slice<Channels> channels;

    InboxPages(Slices slices) {
        inbox = slices.of(Inbox.class);
        subscriptions = slices.of(Subscriptions.class);
        channels = slices.of(Channels.class);
    }

    List<Route> routes() {
        return List.of(Route.form("/inbox", this::inbox), Route.form("/subscriptions", this::subscriptions));
    }

    /** What a button with that level says. */
    public static String word(Level level) {
        return switch (level) {
            case WATCHING -> "Watch";
            case TRACKING -> "Track";
            case MUTED -> "Mute";
        };
    }

    /** What that level means, in a few words. */
    public static String meaning(Level level) {
        return switch (level) {
            case WATCHING -> "What is new comes to your inbox";
            case TRACKING -> "What is new is marked in lists";
            case MUTED -> "Hear nothing of it";
        };
    }

    private void inbox(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        if (exchange.post()) {
            long question = exchange.number("question", 0);
            if (question > 0) {
                inbox.get().read(member, question);
            } else {
                inbox.get().readAll(member);
            }
            exchange.seeOther("/inbox");
            return;
        }
        long before = exchange.number("before", Long.MAX_VALUE);
        Page<InboxEntry> entries = inbox.get().entries(member, before, PER_PAGE);
        exchange.page("inbox.jte", new InboxPage(exchange.frame("Inbox"), entries, before < Long.MAX_VALUE));
    }

    private void subscriptions(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        if (!exchange.post()) {
            Map<String, String> topic = Map.of("name", exchange.parameter("topic"));
            exchange.page("subscriptions.jte", page(exchange, member, Form.filled(topic), Form.EMPTY));
            return;
        }
        Subject subject = one(Subject.values(), exchange.parameter("subject"));
        try {
            String level = exchange.parameter("level");
            @Nullable Level chosen = level.isEmpty() ? null : one(Level.values(), level);
            Subscription now = subscriptions.get().choose(member, subject, exchange.parameter("name"), chosen);
            boolean listed = exchange.given("listed").isPresent();
            exchange.seeOther(listed ? "/subscriptions" : SubscriptionsPage.address(now));
        } catch (Refusal refusal) {
            Form again = Form.of(exchange, refusal, "name");
            boolean topic = subject == Subject.TOPIC;
            exchange.again(
                    "subscriptions.jte",
                    page(exchange, member, topic ? again : Form.EMPTY, topic ? Form.EMPTY : again),
                    refusal);
        }
    }

    private SubscriptionsPage page(Exchange exchange, Member member, Form topic, Form specialty) {
        return new SubscriptionsPage(
                exchange.frame("What you hear of", topic.refused() ? topic : specialty),
                subscriptions.get().chosen(member),
                Branch.of(channels.get().channels()).stream()
                        .flatMap(Branch::lines)
                        .toList(),
                topic,
                specialty.marked("-specialty"));
    }

    private static <E extends Enum<E>> E one(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("level-missing", "level", "Choose watch, track or mute."));
    }

    /**
     * What a member was told of.
     *
     * @param further whether it is not the first page
     */
    public record InboxPage(Frame frame, Page<InboxEntry> entries, boolean further) {

        /** The address of older entries, or an empty string when these are the oldest. */
        public String older() {
            return entries.next().isEmpty()
                    ? ""
                    : "/inbox?before=" + entries.next().getAsLong();
        }

        /** What happened, such as "2 new pieces of advice; closed with a conclusion". */
        public static String what(InboxEntry entry) {
            List<String> parts = new ArrayList<>();
            if (entry.asked()) {
                parts.add("a new question");
            }
            if (entry.found()) {
                parts.add("found by a search that you keep");
            }
            if (entry.advice() > 0) {
                parts.add(entry.advice() == 1 ? "a new piece of advice" : entry.advice() + " new pieces of advice");
            }
            if (entry.replies() > 0) {
                parts.add(
                        entry.replies() == 1
                                ? "a reply that concerns you"
                                : entry.replies() + " replies that concern you");
            }
            if (entry.concluded()) {
                parts.add("closed with a conclusion");
            }
            if (entry.minority()) {
                parts.add("few agree with your advice; for a day only you read that");
            }
            if (entry.moderated()) {
                parts.add("moderators looked at a post of yours");
            }
            String what = String.join("; ", parts);
            return what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
        }
    }

    /**
     * All that a member has chosen, and forms to choose more.
     *
     * @param form for a topic
     */
    public record SubscriptionsPage(
            Frame frame, List<Subscription> chosen, List<Branch> branches, Form form, Form forSpecialty) {

        /** Where the thing is. */
        public static String address(Subscription of) {
            return switch (of.subject()) {
                case SPECIALTY -> CommunityPages.Feed.address(of.name());
                case TOPIC -> "/topics";
                case QUESTION -> "/questions/" + of.name();
            };
        }

        /** What sort of thing it is. */
        public static String kind(Subscription of) {
            return switch (of.subject()) {
                case SPECIALTY -> "Specialty";
                case TOPIC -> "Topic";
                case QUESTION -> "Question";
            };
        }
    }
}
