package org.curbside.content.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.curbside.api.content.Calibration;
import org.curbside.api.content.Comment;
import org.curbside.api.content.Comments;
import org.curbside.api.content.Consensus;
import org.curbside.api.content.NewEdit;
import org.curbside.api.content.Passage;
import org.curbside.api.content.Rating;
import org.curbside.api.content.Ratings;
import org.curbside.api.content.Revision;
import org.curbside.api.content.Standing;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Act;
import org.curbside.api.refusal.Refusal;
import org.curbside.content.internal.store.CommentRow;
import org.curbside.content.internal.store.CommentStore;
import org.curbside.content.internal.store.ConsensusStore;
import org.curbside.content.internal.store.Tally;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes comments and their ratings, and puts them in order. */
@Component(service = {Comments.class, Advice.class})
public final class Advice implements Comments {

    /** Best rated first; those that nobody rated, in the order in which they were written. */
    private static final Comparator<Comment> BEST_FIRST = Comparator.comparingDouble(
                    (Comment comment) -> -comment.ratings().score())
            .thenComparingLong(Comment::id);

    private final CommentStore store;
    private final ConsensusStore consensus;
    private final ChannelList channels;
    private final Screens screens;
    private final WritingGate gate;
    private final Clock clock;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public Advice(
            @Reference CommentStore store,
            @Reference ConsensusStore consensus,
            @Reference ChannelList channels,
            @Reference Screens screens,
            @Reference WritingGate gate) {
        this(store, consensus, channels, screens, gate, Clock.systemUTC());
    }

    Advice(
            CommentStore store,
            ConsensusStore consensus,
            ChannelList channels,
            Screens screens,
            WritingGate gate,
            Clock clock) {
        this.store = store;
        this.consensus = consensus;
        this.channels = channels;
        this.screens = screens;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Comment comment(Member author, long question, @Nullable String text, boolean confirmed) {
        return comment(author, question, text, confirmed, clock.instant(), () -> gate.use(author, Act.ADVISE));
    }

    /** At an earlier time, without asking whether the author may. */
    Comment comment(Member author, long question, @Nullable String text, boolean confirmed, Instant at) {
        return comment(author, question, text, confirmed, at, () -> {});
    }

    private Comment comment(
            Member author, long question, @Nullable String text, boolean confirmed, Instant at, Runnable permit) {
        String checked = Limits.COMMENT.check(text);
        screens.check(List.of(new Passage("text", checked)), confirmed);
        permit.run();
        CommentRow row = new CommentRow(author, question, checked, at.truncatedTo(ChronoUnit.MICROS));
        return store.store(row, author.id(), channels::name, this::rated)
                .orElseThrow(() -> Refusal.notFound("no-such-question", "There is no question with this number."));
    }

    @Override
    public Comment edit(Member author, long comment, NewEdit edit) {
        String text = Limits.COMMENT.check(edit.text());
        screens.check(List.of(new Passage("text", text)), edit.confirmed());
        gate.use(author, Act.ANSWER);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.edit(author, comment, text, edit.erases(), at, channels::name, this::rated)
                .orElseThrow(Advice::noSuchComment);
    }

    private static Refusal noSuchComment() {
        return Refusal.notFound("no-such-comment", "There is no comment with this number.");
    }

    @Override
    public List<Revision> history(long comment) {
        return store.history(comment);
    }

    @Override
    public List<Comment> on(long question, Member reader) {
        return store.on(question, reader.id(), channels::name, this::rated).stream()
                .sorted(BEST_FIRST)
                .toList();
    }

    @Override
    public Consensus consensus(long question) {
        return consensus.consensus(question);
    }

    @Override
    public Calibration calibration(Member member) {
        return store.calibration(member.id());
    }

    @Override
    public Standing standing(Member member) {
        return store.standing(member.id());
    }

    private Ratings rated(Tally tally, boolean author) {
        return RatingScore.of(tally, author, clock.instant());
    }

    @Override
    public Comment rate(Member rater, long comment, Rating rating) {
        gate.use(rater, Act.RATE);
        return rate(rater, comment, rating, clock.instant());
    }

    Comment rate(Member rater, long comment, Rating rating, Instant at) {
        return store.rate(comment, rater, rating, at.truncatedTo(ChronoUnit.MICROS), channels::name, this::rated)
                .orElseThrow(Advice::noSuchComment);
    }
}
