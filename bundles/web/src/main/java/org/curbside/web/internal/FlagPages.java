package org.curbside.web.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.curbside.api.content.Post;
import org.curbside.api.content.PostKind;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Flags;
import org.curbside.api.moderation.NewFlag;
import org.curbside.api.moderation.Rule;
import org.curbside.api.moderation.Tone;
import org.curbside.api.moderation.Tones;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** Where members flag a post, and say how they find the tone of advice. */
public final class FlagPages {

    private final Slice<Flags> flags;
    private final Slice<Tones> tones;

    FlagPages(Slices slices) {
        flags = slices.of(Flags.class);
        tones = slices.of(Tones.class);
    }

    List<Route> routes() {
        return List.of(
                Route.form("/flag/(question|advice|reply)/([0-9]{1,18})", this::flag),
                Route.form("/questions/([0-9]{1,18})/advice/([0-9]{1,18})/tone", this::mark));
    }

    private void flag(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        PostKind kind = PostKind.valueOf(exchange.textInPath(1).toUpperCase(Locale.ROOT));
        Post post = flags.get().flaggable(member, kind, exchange.numberInPath(2));
        if (!exchange.post()) {
            exchange.page("flag.jte", page(exchange, post, Form.EMPTY));
            return;
        }
        try {
            Rule rule = named(Rule.values(), exchange.parameter("rule")).orElse(null);
            boolean hidden = flags.get().flag(member, new NewFlag(kind, post.id(), rule, exchange.parameter("words")));
            exchange.notice(
                    200,
                    "Thank you: moderators will look",
                    hidden
                            ? "It is hidden until they have. Nobody but you learns that you flagged it."
                            : "It stays where it is until they have. Nobody but you learns that you flagged it.");
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "rule", "words");
            exchange.again("flag.jte", page(exchange, post, form), refusal);
        }
    }

    private static FlagPage page(Exchange exchange, Post post, Form form) {
        return new FlagPage(
                exchange.frame("Flag a post", form), post.kind(), post.id(), post.question(), post.text(), form);
    }

    private void mark(Exchange exchange) {
        Member member = exchange.turnstile().member();
        long advice = exchange.numberInPath(2);
        if (exchange.post()) {
            Tone tone = named(Tone.values(), exchange.parameter("tone"))
                    .orElseThrow(() -> Refusal.invalid("tone-missing", "tone", "Choose how you find the tone."));
            tones.get().mark(member, advice, tone);
        }
        exchange.seeOther("/questions/" + exchange.numberInPath() + "#advice-" + advice);
    }

    /** The value of that name in lower case. */
    static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** A post that is about to be flagged; not whose it is. */
    public record FlagPage(Frame frame, PostKind kind, long post, long question, String text, Form form) {

        /** What it can be flagged for. */
        public static final List<Choice> RULES = Arrays.stream(Rule.values())
                .map(rule -> new Choice(rule.name().toLowerCase(Locale.ROOT), label(rule), null))
                .toList();

        private static String label(Rule rule) {
            return switch (rule) {
                case PATIENT -> "Somebody could recognise a patient: it is hidden until a moderator has looked";
                case COLLEAGUE -> "It says who a member or a colleague is";
                case UNSAFE -> "Whoever followed it could do harm";
                case UNCIVIL -> "It attacks a person, not a view";
                case ADVERTISING -> "It advertises, or hides an interest";
                case OFF_TOPIC -> "It is in the wrong place";
                case OTHER -> "Something else, which I describe below";
            };
        }

        /** Where the form goes. */
        public String action() {
            return "/flag/" + kind.name().toLowerCase(Locale.ROOT) + "/" + post;
        }
    }
}
