package org.curbside.moderation.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import org.curbside.api.content.Post;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.Posts;
import org.curbside.api.content.Screener;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Act;
import org.curbside.api.moderation.Flags;
import org.curbside.api.moderation.NewFlag;
import org.curbside.api.moderation.Permits;
import org.curbside.api.moderation.Rule;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slices;
import org.curbside.moderation.internal.store.CaseRow;
import org.curbside.moderation.internal.store.CaseStore;
import org.curbside.moderation.internal.store.FlagRow;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Takes flags. */
@Component
public final class FlagDesk implements Flags {

    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final int MISTAKES = 2;
    private static final int LEAST = 10;
    private static final int MOST = 500;

    private final CaseStore cases;
    private final Enforcement enforcement;
    private final Permits permits;
    private final BiFunction<PostKind, Long, Optional<Post>> posts;
    private final Words words;
    private final Clock clock;
    private final Runnable close;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public FlagDesk(
            BundleContext context,
            @Reference CaseStore cases,
            @Reference Enforcement enforcement,
            @Reference WritingPermits permits) {
        this(cases, enforcement, permits, new Slices(context), Clock.systemUTC());
    }

    private FlagDesk(CaseStore cases, Enforcement enforcement, Permits permits, Slices slices, Clock clock) {
        this(cases, enforcement, permits, posts(slices), words(slices), clock, slices::close);
    }

    FlagDesk(
            CaseStore cases,
            Enforcement enforcement,
            Permits permits,
            BiFunction<PostKind, Long, Optional<Post>> posts,
            Words words,
            Clock clock,
            Runnable close) {
        this.cases = cases;
        this.enforcement = enforcement;
        this.permits = permits;
        this.posts = posts;
        this.words = words;
        this.clock = clock;
        this.close = close;
    }

    static BiFunction<PostKind, Long, Optional<Post>> posts(Slices slices) {
        var posts = slices.of(Posts.class);
        return (kind, id) -> posts.get().find(kind, id);
    }

    /** The screening is not asked about names: whoever points at one has to write it. */
    static Words words(Slices slices) {
        var screener = slices.of(Screener.class);
        return new Words(passages -> screener.get().check(passages, true));
    }

    @Deactivate
    void close() {
        close.run();
    }

    @Override
    public Post flaggable(Member flagger, PostKind kind, long id) {
        Post post = posts.apply(kind, id)
                .orElseThrow(() -> Refusal.notFound("no-such-post", "There is nothing with this number to flag."));
        if (post.hidden() != null) {
            throw Refusal.conflict("post-hidden", "This is hidden already. Moderators know of it.");
        }
        if (post.member() == flagger.id()) {
            throw Refusal.conflict("own-post", "This is your own. Leave it to your colleagues.");
        }
        if (cases.flagged(kind, id, flagger.id())) {
            throw Refusal.conflict("already-flagged", "You have flagged this. Moderators look at it once.");
        }
        return post;
    }

    @Override
    public boolean flag(Member flagger, NewFlag flag) {
        PostKind kind = flag.kind();
        if (kind == null) {
            throw Refusal.invalid("kind-missing", "kind", "Say whether it is a QUESTION or ADVICE.");
        }
        Post post = flaggable(flagger, kind, flag.post());
        Rule rule = flag.rule();
        if (rule == null) {
            throw Refusal.invalid("rule-missing", "rule", "Choose what is wrong with it.");
        }
        boolean said = flag.words() != null && !flag.words().isBlank();
        String checked = words.check(flag.words(), said || rule == Rule.OTHER ? LEAST : 0, MOST);
        permits.use(flagger, Act.FLAG);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean believed = cases.mistaken(flagger.id(), now.minus(REMEMBERED)) < MISTAKES;
        CaseRow row = cases.flag(post, new FlagRow(flagger, post, rule, checked, now), believed);
        enforcement.enforce(row.id());
        return row.isHidden();
    }
}
