package org.curbside.web.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.curbside.api.delivery.Deliveries;
import org.curbside.api.delivery.Delivery;
import org.curbside.api.delivery.Hours;
import org.curbside.api.delivery.NewHours;
import org.curbside.api.delivery.Rhythm;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** How a member is reached outside of Curbside, and where a digest is ended. */
public final class DeliveryPages {

    private static final String ADDRESS = "/notifications";

    private final Slice<Deliveries> deliveries;

    DeliveryPages(Slices slices) {
        deliveries = slices.of(Deliveries.class);
    }

    List<Route> routes() {
        return List.of(
                Route.form(ADDRESS, this::settings),
                Route.form("/unsubscribe/([A-Za-z0-9_-]{1,100})", this::unsubscribe));
    }

    private void settings(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        if (!exchange.post()) {
            exchange.page("delivery.jte", page(exchange, member, "", Form.EMPTY));
            return;
        }
        String deed = exchange.parameter("do");
        try {
            change(exchange, member, deed);
            exchange.seeOther(ADDRESS);
        } catch (Refusal refusal) {
            Form form = Form.of(
                    exchange,
                    refusal,
                    "address",
                    "code",
                    "rhythm",
                    "hour",
                    "zone",
                    "nightFrom",
                    "nightTo",
                    "awayUntil");
            exchange.again("delivery.jte", page(exchange, member, deed, form), refusal);
        }
    }

    private void change(Exchange exchange, Member member, String deed) {
        Deliveries here = deliveries.get();
        switch (deed) {
            case "hours" -> here.choose(member, hours(exchange));
            case "address" -> here.address(member, exchange.parameter("address"));
            case "code" -> here.confirm(member, exchange.parameter("code"));
            case "forget-address" -> here.forgetAddress(member);
            case "forget-browsers" -> here.removeBrowsers(member);
            case "forget" -> here.forget(member);
            default -> throw Refusal.invalid("deed-missing", "do", "Go back and press one of the buttons.");
        }
    }

    private static NewHours hours(Exchange exchange) {
        @Nullable
        Rhythm rhythm = Arrays.stream(Rhythm.values())
                .filter(one -> one.name().equals(exchange.parameter("rhythm")))
                .findFirst()
                .orElse(null);
        return new NewHours(
                rhythm,
                hour(exchange, "hour"),
                exchange.parameter("zone"),
                hour(exchange, "nightFrom"),
                hour(exchange, "nightTo"),
                exchange.given("awayUntil").map(DeliveryPages::day).orElse(null));
    }

    private static Integer hour(Exchange exchange, String name) {
        return (int) exchange.number(name, -1);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("day-malformed", "awayUntil", "Write the day like 2026-05-01.");
        }
    }

    private DeliveryPage page(Exchange exchange, Member member, String deed, Form refused) {
        Delivery now = deliveries.get().of(member);
        boolean hours = deed.equals("hours");
        return new DeliveryPage(
                exchange.frame("E-mail and push", refused),
                now,
                hours ? refused : Form.filled(values(now.hours())),
                hours ? Form.EMPTY : refused);
    }

    private static Map<String, String> values(Hours hours) {
        return Map.of(
                "rhythm",
                hours.rhythm().name(),
                "hour",
                "" + hours.hour(),
                "zone",
                hours.zone(),
                "nightFrom",
                "" + hours.nightFrom(),
                "nightTo",
                "" + hours.nightTo(),
                "awayUntil",
                Objects.toString(hours.awayUntil(), ""));
    }

    /** Following the link changes nothing, for some mail servers follow every link; and no answer sends elsewhere (RFC 8058). */
    private void unsubscribe(Exchange exchange) throws IOException {
        String token = exchange.textInPath(1);
        if (exchange.post()) {
            deliveries.get().unsubscribe(token);
        } else if (!deliveries.get().isUnsubscription(token)) {
            throw Refusal.notFound(
                    "no-such-digest",
                    "This is no whole link of a digest. Copy all of it, or sign in to end the digest.");
        }
        String title = exchange.post() ? "No more of these mails" : "End these mails";
        exchange.page(
                "unsubscribe.jte", new Unsubscription(exchange.frame(title), exchange.address(), exchange.post()));
    }

    /**
     * How a member is reached.
     *
     * @param form for the hours
     * @param other for the address or the code
     */
    public record DeliveryPage(Frame frame, Delivery delivery, Form form, Form other) {

        /** Whether the member has chosen no hours yet, so that a browser may propose a zone. */
        public boolean usual() {
            return delivery.hours().equals(Hours.USUAL);
        }

        /** The hours of a day. */
        public static List<Integer> hours() {
            return IntStream.range(0, 24).boxed().toList();
        }

        /** Such as {@code 07:00}. */
        public static String hour(int hour) {
            return String.format(Locale.ROOT, "%02d:00", hour);
        }

        /** A zone as a reader says it. */
        public static String zone(String zone) {
            return zone.replace("/", ", ").replace('_', ' ');
        }

        /** A rhythm in words. */
        public static String rhythm(Rhythm rhythm) {
            return switch (rhythm) {
                case DAILY -> "Every day";
                case WEEKDAYS -> "From Monday to Friday";
                case WEEKLY -> "On Mondays";
            };
        }
    }

    /**
     * Where a digest is ended.
     *
     * @param address of this page
     * @param done whether it has ended
     */
    public record Unsubscription(Frame frame, String address, boolean done) {}
}
