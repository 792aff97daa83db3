package org.curbside.web.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.curbside.api.content.Image;
import org.curbside.api.content.Images;
import org.curbside.api.content.PostKind;
import org.curbside.api.membership.Visitor;
import org.curbside.api.moderation.Case;
import org.curbside.api.moderation.Measure;
import org.curbside.api.moderation.ModerationDesk;
import org.curbside.api.moderation.NewDecision;
import org.curbside.api.moderation.Queue;
import org.curbside.api.moderation.Rule;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** Where moderators and operators decide about what was flagged. */
public final class ModerationPages {

    private static final String CASE = "/moderation/cases/([0-9]{1,18})";

    private final Slice<ModerationDesk> desk;
    private final Slice<Images> images;

    ModerationPages(Slices slices) {
        desk = slices.of(ModerationDesk.class);
        images = slices.of(Images.class);
    }

    List<Route> routes() {
        return List.of(
                Route.shown("/moderation", this::queue),
                Route.form(CASE, this::decide),
                Route.form(CASE + "/claim", this::claim));
    }

    private void queue(Exchange exchange) throws IOException {
        Queue queue = desk.get().queue(exchange.visitor());
        exchange.page("moderation.jte", new QueuePage(exchange.frame("Moderation"), queue));
    }

    private void claim(Exchange exchange) {
        Visitor judge = exchange.visitor();
        long id = exchange.numberInPath();
        if (exchange.post()) {
            if (exchange.given("release").isPresent()) {
                desk.get().release(judge, id);
                exchange.seeOther("/moderation");
                return;
            }
            desk.get().claim(judge, id);
        }
        exchange.seeOther("/moderation/cases/" + id);
    }

    private void decide(Exchange exchange) throws IOException {
        Visitor judge = exchange.visitor();
        long id = exchange.numberInPath();
        Case flagged = desk.get().find(judge, id);
        if (!exchange.post()) {
            exchange.page("moderation-case.jte", casePage(exchange, flagged, Form.EMPTY));
            return;
        }
        try {
            decide(exchange, judge, flagged);
            exchange.seeOther("/moderation");
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID && refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            Form form = Form.of(exchange, refusal, "measure", "rule", "words", "days", "keep", "decision");
            exchange.again("moderation-case.jte", casePage(exchange, flagged, form), refusal);
        }
    }

    private CasePage casePage(Exchange exchange, Case flagged, Form form) {
        List<Image> shown = flagged.kind() == PostKind.QUESTION ? images.get().all(flagged.question()) : List.of();
        return new CasePage(exchange.frame("A case", form), flagged, shown, form);
    }

    private void decide(Exchange exchange, Visitor judge, Case flagged) {
        String words = exchange.parameter("words");
        switch (flagged.todo()) {
            case DECIDE -> desk.get().decide(judge, flagged.id(), decision(exchange, words));
            case SECOND -> {
                boolean agree = chosen(exchange, "agree", "decline");
                exchange.turnstile().confirmed();
                desk.get().second(judge, flagged.id(), agree, words);
            }
            case HEAR -> desk.get().hear(judge, flagged.id(), chosen(exchange, "uphold", "reverse"), words);
            case NOTHING -> throw Refusal.conflict(
                    "nothing-to-decide", "There is nothing here that you could decide now.");
        }
    }

    private static NewDecision decision(Exchange exchange, String words) {
        @Nullable
        Measure measure =
                FlagPages.named(Measure.values(), exchange.parameter("measure")).orElse(null);
        if (measure == Measure.BAN) {
            exchange.turnstile().confirmed();
        }
        return new NewDecision(
                measure,
                FlagPages.named(Rule.values(), exchange.parameter("rule")).orElse(null),
                words,
                measure == Measure.SUSPEND ? (Integer) (int) Math.min(exchange.number("days", 0), 1_000) : null,
                exchange.given("keep").isPresent());
    }

    /** No choice is a decision that nobody has made. */
    private static boolean chosen(Exchange exchange, String yes, String no) {
        String decision = exchange.parameter("decision");
        if (!decision.equals(yes) && !decision.equals(no)) {
            throw Refusal.invalid("decision-missing", "decision", "Choose what you decide.");
        }
        return decision.equals(yes);
    }

    /** What waits. */
    public record QueuePage(Frame frame, Queue queue) {

        /** What kind of post it is, before the title of its question. */
        public static String named(PostKind kind) {
            return switch (kind) {
                case QUESTION -> "Question";
                case ADVICE -> "Advice on";
                case REPLY -> "Reply to advice on";
            };
        }

        /** What is to be done about it. */
        public static String todo(Case.State state) {
            return switch (state) {
                case OPEN -> "To be decided";
                case BAN_PROPOSED -> "A ban is proposed";
                case APPEALED -> "Appealed";
                case DECIDED, UPHELD, REVERSED -> "Decided";
            };
        }
    }

    /**
     * A case, and the form that decides it.
     *
     * @param images in the question that it is about, hidden or not
     */
    public record CasePage(Frame frame, Case flagged, List<Image> images, Form form) {

        /** What can be decided. */
        public static final List<Choice> MEASURES = List.of(
                new Choice("dismiss", "Dismiss: nothing is wrong, and it is shown", null),
                new Choice("hide", "Hide it; the author reads why", null),
                new Choice("warn", "Warn the author", null),
                new Choice("suspend", "Suspend: the author reads, but writes nothing for some days", null),
                new Choice("ban", "Ban: another moderator or an operator has to agree", null));

        /** Which rules there are. */
        public static final List<Choice> RULES = Arrays.stream(Rule.values())
                .map(rule -> new Choice(rule.name().toLowerCase(Locale.ROOT), rule.words(), null))
                .toList();

        /** About a proposed ban. */
        public static final List<Choice> SECOND = List.of(
                new Choice("agree", "Agree: the member is shut out", null),
                new Choice("decline", "Decline: the post stays hidden, the member writes again", null));

        /** About an appeal. */
        public static final List<Choice> HEAR = List.of(
                new Choice("uphold", "Uphold the decision", null),
                new Choice("reverse", "Reverse it: the post is shown, and everything else is taken back", null));
    }
}
