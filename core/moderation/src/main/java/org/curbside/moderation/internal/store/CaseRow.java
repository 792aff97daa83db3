package org.curbside.moderation.internal.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.curbside.api.content.Post;
import org.curbside.api.content.PostKind;
import org.curbside.api.moderation.Case.State;
import org.curbside.api.moderation.Decision;
import org.curbside.api.moderation.Measure;
import org.curbside.api.moderation.ModerationNotice;
import org.curbside.api.moderation.Queue;
import org.curbside.api.moderation.Rule;
import org.curbside.store.InstantConverter;
import org.jspecify.annotations.Nullable;

/** A case as it is kept, and how it may go on. */
@Entity
@Table(name = "moderation_case")
public class CaseRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "moderation_case_seq")
    @SequenceGenerator(name = "moderation_case_seq", sequenceName = "moderation_case_seq", allocationSize = 50)
    private long id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private PostKind kind;

    private long post;

    @Column(name = "open_post")
    @SuppressWarnings("UnusedVariable") // the database keeps it unique
    private @Nullable String openPost;

    private long question;
    private String channel;
    private long author;
    private String pseudonym;
    private String title;

    @Column(name = "body")
    private String text;

    @Convert(converter = InstantConverter.class)
    private Instant opened;

    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;

    @Enumerated(EnumType.STRING)
    private Rule gravest = Rule.OTHER;

    private int severity;
    private int flags;
    private boolean hidden;
    private @Nullable Long claimant;

    @Column(name = "claim_mask")
    private @Nullable String claimMask;

    @Column(name = "claimed_until")
    @Convert(converter = InstantConverter.class)
    private @Nullable Instant claimedUntil;

    @Enumerated(EnumType.STRING)
    private @Nullable Measure measure;

    @Column(name = "broken_rule")
    @Enumerated(EnumType.STRING)
    private @Nullable Rule rule;

    private @Nullable String words;
    private @Nullable Long decider;

    @Column(name = "decider_mask")
    private @Nullable String deciderMask;

    @Convert(converter = InstantConverter.class)
    private @Nullable Instant decided;

    @Column(name = "suspended_until")
    @Convert(converter = InstantConverter.class)
    private @Nullable Instant suspendedUntil;

    private boolean banned;
    private @Nullable String hearing;

    @Convert(converter = InstantConverter.class)
    @SuppressWarnings("UnusedVariable") // for whoever reads the table
    private @Nullable Instant heard;

    @SuppressWarnings("UnusedVariable") // for whoever reads the table
    private @Nullable Long seconder;

    @Column(name = "seconder_mask")
    private @Nullable String seconderMask;

    @Column(name = "second_words")
    private @Nullable String secondWords;

    @Convert(converter = InstantConverter.class)
    @SuppressWarnings("UnusedVariable") // for whoever reads the table
    private @Nullable Instant seconded;

    /** For the persistence provider. */
    protected CaseRow() {}

    CaseRow(Post about, Instant opened) {
        this.kind = about.kind();
        this.post = about.id();
        this.openPost = about.kind() + " " + about.id();
        this.question = about.question();
        this.channel = about.channel();
        this.author = about.member();
        this.pseudonym = about.author().pseudonym();
        this.title = about.title();
        this.text = about.text();
        this.opened = opened;
    }

    /** Identifies it. */
    public long id() {
        return id;
    }

    /** What kind of post it is about. */
    public PostKind kind() {
        return kind;
    }

    /** The post's id. */
    public long post() {
        return post;
    }

    /** The post's question. */
    public long question() {
        return question;
    }

    /** The code of the channel. */
    public String channel() {
        return channel;
    }

    /** The account of whoever wrote the post; 0 for nobody's here. */
    public long author() {
        return author;
    }

    /** The pseudonym at the post. */
    public String pseudonym() {
        return pseudonym;
    }

    /** The question's title. */
    public String title() {
        return title;
    }

    /** The post as it was. */
    public String text() {
        return text;
    }

    /** When it was first flagged. */
    public Instant opened() {
        return opened;
    }

    /** How far it is. */
    public State state() {
        return state;
    }

    /** 1 to 7. */
    public int severity() {
        return severity;
    }

    /** Whether the post is to be hidden. */
    public boolean isHidden() {
        return hidden;
    }

    /** Whether the author is to be shut out. */
    public boolean isBanned() {
        return banned;
    }

    /** What the author said to it, or null. */
    public @Nullable String hearing() {
        return hearing;
    }

    /** Since when a ban could be decided without the author's having said anything; the decision's time. */
    public Instant decided() {
        return Objects.requireNonNull(decided);
    }

    /** Whether that account decided it in the first place. */
    public boolean isDecidedBy(long account) {
        return decider != null && decider == account;
    }

    /** Why others do not see the post. */
    public String placeholder() {
        return rule == null ? "flagged because it " + verb(gravest) + "; a moderator will look" : rule.words();
    }

    private static String verb(Rule rule) {
        return rule == Rule.PATIENT || rule == Rule.COLLEAGUE ? rule.words() : "was called " + rule.words();
    }

    void flagged(Rule as) {
        if (as.severity() > severity) {
            severity = as.severity();
            gravest = as;
        }
        flags++;
    }

    int flags() {
        return flags;
    }

    /** Hides it until somebody has looked; false if it was hidden. */
    boolean hideForNow() {
        boolean fresh = !hidden;
        hidden = true;
        return fresh;
    }

    /** The mask of whoever looks at it at that time. */
    public Optional<String> claimedBy(Instant now) {
        return claimedUntil != null && claimedUntil.isAfter(now) ? Optional.ofNullable(claimMask) : Optional.empty();
    }

    /** Whether that account looks at it. */
    public boolean isClaimedBy(long account, Instant now) {
        return claimedBy(now).isPresent() && claimant != null && claimant == account;
    }

    /** Has whoever wears that mask look at it until then. */
    public void claim(long account, String mask, Instant until) {
        claimant = account;
        claimMask = mask;
        claimedUntil = until;
    }

    /** Nobody looks at it any more. */
    public void release() {
        claimant = null;
        claimMask = null;
        claimedUntil = null;
    }

    /** Keeps what was decided. A ban is proposed only, unless {@code alone} may decide on one. */
    public void decide(Verdict verdict, boolean alone) {
        measure = verdict.measure();
        rule = verdict.rule();
        words = verdict.words();
        decider = verdict.judge();
        deciderMask = verdict.mask();
        decided = verdict.at();
        suspendedUntil = verdict.suspendedUntil();
        hidden = verdict.hide();
        banned = measure == Measure.BAN && alone;
        state = measure == Measure.BAN && !alone ? State.BAN_PROPOSED : State.DECIDED;
        openPost = null;
        release();
    }

    /** Keeps what another decided on a proposed ban; what is left without one can be appealed against. */
    public void second(Verdict verdict, boolean agreed) {
        second(verdict);
        banned = agreed;
        state = State.DECIDED;
        if (!agreed) {
            measure = Measure.HIDE;
            hearing = null;
            heard = null;
        }
    }

    /** Keeps what another decided on an appeal. */
    public void hear(Verdict verdict, boolean upheld) {
        second(verdict);
        state = upheld ? State.UPHELD : State.REVERSED;
        if (!upheld) {
            hidden = false;
            suspendedUntil = null;
        }
    }

    private void second(Verdict verdict) {
        seconder = verdict.judge();
        seconderMask = verdict.mask();
        secondWords = verdict.words();
        seconded = verdict.at();
        release();
    }

    /** Whether the author may say something to it now. */
    public boolean mayAnswer() {
        boolean against = measure != null && measure != Measure.DISMISS && !banned;
        return hearing == null && (state == State.BAN_PROPOSED || (state == State.DECIDED && against));
    }

    void answer(String said, Instant at) {
        hearing = said;
        heard = at;
        if (state == State.DECIDED) {
            state = State.APPEALED;
        }
    }

    /** What was decided, or null. */
    public @Nullable Decision decision() {
        return measure == null || words == null || deciderMask == null || decided == null
                ? null
                : new Decision(measure, rule, words, deciderMask, decided, suspendedUntil, seconderMask, secondWords);
    }

    /** As its author reads it. */
    ModerationNotice notice() {
        return new ModerationNotice(
                id, kind, question, title, text, opened, state, hidden, decision(), hearing, mayAnswer());
    }

    /** As it stands in a queue. */
    public Queue.Entry entry(String channelName, Instant now) {
        return new Queue.Entry(
                id,
                kind,
                channelName,
                title,
                rule == null ? gravest : rule,
                flags,
                opened,
                state,
                hidden,
                claimedBy(now).orElse(null));
    }

    /** A decision as it is kept, in the first or the second place. */
    public record Verdict(
            long judge,
            String mask,
            @Nullable Measure measure,
            @Nullable Rule rule,
            String words,
            boolean hide,
            @Nullable Instant suspendedUntil,
            Instant at) {

        /** In the second place. */
        public Verdict(long judge, String mask, String words, Instant at) {
            this(judge, mask, null, null, words, false, null, at);
        }
    }
}
