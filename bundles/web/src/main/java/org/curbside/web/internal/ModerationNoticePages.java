package org.curbside.web.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Case;
import org.curbside.api.moderation.Civility;
import org.curbside.api.moderation.Decision;
import org.curbside.api.moderation.Measure;
import org.curbside.api.moderation.ModerationNotice;
import org.curbside.api.moderation.ModerationNotices;
import org.curbside.api.moderation.ModerationStatistics;
import org.curbside.api.moderation.ModerationStatistics.Report;
import org.curbside.api.moderation.Rule;
import org.curbside.api.moderation.Tones;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** Where members read what became of their posts and appeal; and what everybody reads of moderation here. */
public final class ModerationNoticePages {

    private static final String NOTICES = "/notices-of-moderation";

    private final Slice<ModerationNotices> notices;
    private final Slice<Tones> tones;
    private final Slice<ModerationStatistics> statistics;

    ModerationNoticePages(Slices slices) {
        notices = slices.of(ModerationNotices.class);
        tones = slices.of(Tones.class);
        statistics = slices.of(ModerationStatistics.class);
    }

    List<Route> routes() {
        return List.of(
                Route.shown(
                        NOTICES, exchange -> show(exchange, exchange.turnstile().member(), null, 0)),
                Route.form(NOTICES + "/([0-9]{1,18})", this::answer),
                Route.shown("/transparency", this::transparency));
    }

    private void answer(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        long id = exchange.numberInPath();
        if (!exchange.post()) {
            exchange.seeOther(NOTICES + "#case-" + id);
            return;
        }
        try {
            notices.get().answer(member, id, exchange.parameter("words"));
            exchange.seeOther(NOTICES + "#case-" + id);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            show(exchange, member, refusal, id);
        }
    }

    private void show(Exchange exchange, Member member, @Nullable Refusal refusal, long refused) throws IOException {
        Form form = refusal == null ? Form.EMPTY : Form.of(exchange, refusal, "words");
        NoticesPage page = new NoticesPage(
                exchange.frame("Notices of moderation", form),
                notices.get().of(member),
                notices.get()
                        .suspended(member)
                        .map(until -> until.equals(java.time.Instant.MAX)
                                ? "until moderators have decided on a ban"
                                : "until " + Dates.day(until))
                        .orElse(""),
                tones.get().of(member),
                form,
                refused);
        if (refusal == null) {
            exchange.page("moderation-notices.jte", page);
        } else {
            exchange.again("moderation-notices.jte", page, refusal);
        }
    }

    private void transparency(Exchange exchange) throws IOException {
        exchange.page(
                "transparency.jte",
                new Transparency(
                        exchange.frame("How posts are moderated"),
                        statistics.get().report()));
    }

    /**
     * A member's notices.
     *
     * @param suspended until when the member writes nothing, in words, or empty
     * @param refused the case whose answer was not taken, or 0
     */
    public record NoticesPage(
            Frame frame,
            List<ModerationNotice> notices,
            String suspended,
            Optional<Civility> civility,
            Form form,
            long refused) {

        /** The form for an answer to that case. */
        public Form form(ModerationNotice notice) {
            return (notice.id() == refused ? form : Form.EMPTY).marked("-" + notice.id());
        }

        /** What happened, in a line. */
        public static String heading(ModerationNotice notice) {
            Decision decision = notice.decision();
            if (decision == null) {
                return "Hidden until a moderator has looked";
            }
            if (notice.state() == Case.State.REVERSED) {
                return "Taken back: your post is shown again";
            }
            String hidden = notice.hidden() ? "Your post is hidden" : "Your post stays";
            return switch (decision.measure()) {
                case DISMISS -> "Nothing was wrong with it";
                case HIDE -> hidden;
                case WARN -> "You are warned. " + hidden;
                case SUSPEND -> "You are suspended. " + hidden;
                case BAN -> "A ban is proposed. " + hidden;
            };
        }

        /** What can be said to it. */
        public static String asked(ModerationNotice notice) {
            return notice.state() == Case.State.BAN_PROPOSED ? "What you say to that" : "Your appeal";
        }
    }

    /** The report for everybody. */
    public record Transparency(Frame frame, Report report) {

        /** A number, or that it is small. */
        public static String number(@Nullable Long number) {
            return number == null ? "fewer than " + ModerationStatistics.LEAST : "" + number;
        }

        /** A rule in words. */
        public static String rule(String name) {
            return Rule.valueOf(name).words();
        }

        /** A measure in words. */
        public static String measure(String name) {
            return switch (Measure.valueOf(name)) {
                case DISMISS -> "nothing was wrong";
                case HIDE -> "hidden";
                case WARN -> "author warned";
                case SUSPEND -> "author suspended";
                case BAN -> "ban decided or proposed";
            };
        }
    }
}
