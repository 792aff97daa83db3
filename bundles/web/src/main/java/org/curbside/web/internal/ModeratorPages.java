package org.curbside.web.internal;

import java.io.IOException;
import java.util.List;
import org.curbside.api.content.Channels;
import org.curbside.api.membership.Confirmation;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Moderators;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** Where operators make moderators of members. */
public final class ModeratorPages {

    private static final String MODERATORS = "/office/moderators";

    private final Slice<Moderators> moderators;
    private final Slice<Confirmation> confirmation;
    private final Slice<Channels> channels;

    ModeratorPages(Slices slices) {
        moderators = slices.of(Moderators.class);
        confirmation = slices.of(Confirmation.class);
        channels = slices.of(Channels.class);
    }

    List<Route> routes() {
        return List.of(Route.form(MODERATORS, this::moderators));
    }

    private void moderators(Exchange exchange) throws IOException {
        exchange.operator();
        if (!exchange.post()) {
            exchange.page("moderators.jte", page(exchange, Form.EMPTY));
            return;
        }
        try {
            change(exchange);
            exchange.seeOther(MODERATORS);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            exchange.again("moderators.jte", page(exchange, Form.of(exchange, refusal, "pseudonym")), refusal);
        }
    }

    private void change(Exchange exchange) {
        confirmation.get().require(exchange.turnstile().session());
        if (exchange.given("dismissed").isPresent()) {
            moderators.get().dismiss(exchange.parameter("dismissed"));
        } else {
            moderators.get().appoint(exchange.parameter("pseudonym"));
        }
    }

    private ModeratorsPage page(Exchange exchange, Form form) {
        List<Moderator> all =
                moderators.get().moderators().stream().map(this::shown).toList();
        return new ModeratorsPage(exchange.frame("Moderators", form), all, form);
    }

    private Moderator shown(Member member) {
        return new Moderator(member.name(), channels.get().name(member.specialty()));
    }

    /** A moderator as operators see one. */
    public record Moderator(String name, String specialty) {}

    /** All moderators, and the form that makes one. */
    public record ModeratorsPage(Frame frame, List<Moderator> moderators, Form form) {}
}
