package org.curbside.web.internal;

import java.io.IOException;
import java.util.List;
import org.curbside.api.content.Channels;
import org.curbside.api.membership.Ban;
import org.curbside.api.membership.Bans;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Moderators;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** Where operators make moderators of members, and shut members out. */
public final class ModeratorPages {

    private static final String MODERATORS = "/office/moderators";
    private static final String BANS = "/office/bans";

    private final Slice<Moderators> moderators;
    private final Slice<Bans> bans;
    private final Slice<Channels> channels;

    ModeratorPages(Slices slices) {
        moderators = slices.of(Moderators.class);
        bans = slices.of(Bans.class);
        channels = slices.of(Channels.class);
    }

    List<Route> routes() {
        return List.of(Route.form(MODERATORS, this::moderators), Route.form(BANS, this::bans));
    }

    private void moderators(Exchange exchange) throws IOException {
        exchange.operator();
        if (!exchange.post()) {
            exchange.page("moderators.jte", page(exchange, Form.EMPTY, Form.EMPTY));
            return;
        }
        try {
            change(exchange);
            exchange.seeOther(MODERATORS);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            Form form = Form.of(exchange, refusal, "pseudonym");
            exchange.again("moderators.jte", page(exchange, form, Form.EMPTY), refusal);
        }
    }

    private void change(Exchange exchange) {
        exchange.confirmedOperator();
        if (exchange.given("dismissed").isPresent()) {
            moderators.get().dismiss(exchange.parameter("dismissed"));
        } else {
            moderators.get().appoint(exchange.parameter("pseudonym"));
        }
    }

    private void bans(Exchange exchange) throws IOException {
        String operator = exchange.operator();
        if (!exchange.post()) {
            exchange.seeOther(MODERATORS + "#bans");
            return;
        }
        try {
            exchange.confirmedOperator();
            decide(exchange, operator);
            exchange.seeOther(MODERATORS + "#bans");
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID && refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            Form form = Form.of(exchange, refusal, "pseudonym", "reason", "decision");
            exchange.again("moderators.jte", page(exchange, Form.EMPTY, form), refusal);
        }
    }

    /** No choice is a decision that nobody has made. */
    private void decide(Exchange exchange, String operator) {
        String pseudonym = exchange.parameter("pseudonym");
        String reason = exchange.parameter("reason");
        switch (exchange.parameter("decision")) {
            case "ban" -> bans.get().ban(operator, pseudonym, reason);
            case "lift" -> bans.get().lift(operator, pseudonym, reason);
            default -> throw Refusal.invalid("decision-missing", "decision", "Choose what you decide.");
        }
    }

    private ModeratorsPage page(Exchange exchange, Form form, Form banning) {
        List<Moderator> all =
                moderators.get().moderators().stream().map(this::shown).toList();
        Frame frame = exchange.frame("Moderators and bans", form.refused() ? form : banning);
        return new ModeratorsPage(frame, all, bans.get().bans(), form, banning.marked("-ban"));
    }

    private Moderator shown(Member member) {
        return new Moderator(member.name(), channels.get().name(member.specialty()));
    }

    /** A moderator as operators see one. */
    public record Moderator(String name, String specialty) {}

    /**
     * All moderators and bans.
     *
     * @param form the one that makes a moderator
     * @param banning the one that bans and lifts
     */
    public record ModeratorsPage(Frame frame, List<Moderator> moderators, List<Ban> bans, Form form, Form banning) {

        /** What can be decided about a member. */
        public static final List<Choice> DECISIONS = List.of(
                new Choice("ban", "Ban: every session ends, and nothing begins another", null),
                new Choice("lift", "Lift the ban: the member comes in as before", null));
    }
}
