package org.curbside.moderation.internal;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.curbside.api.content.Post;
import org.curbside.api.content.PostKind;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Act;
import org.curbside.api.moderation.Civility;
import org.curbside.api.moderation.Permits;
import org.curbside.api.moderation.Tone;
import org.curbside.api.moderation.Tones;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slices;
import org.curbside.moderation.internal.store.ToneStore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Hears how members find each other's tone. */
@Component(service = {Tones.class, ToneDesk.class})
public final class ToneDesk implements Tones {

    private static final int ENOUGH = 5;

    private final ToneStore store;
    private final Permits permits;
    private final BiFunction<PostKind, Long, Optional<Post>> posts;
    private final Runnable close;

    /** As the platform runs it. */
    @Activate
    public ToneDesk(BundleContext context, @Reference ToneStore store, @Reference WritingPermits permits) {
        this(store, permits, new Slices(context));
    }

    private ToneDesk(ToneStore store, Permits permits, Slices slices) {
        this(store, permits, FlagDesk.posts(slices), slices::close);
    }

    ToneDesk(ToneStore store, Permits permits, BiFunction<PostKind, Long, Optional<Post>> posts, Runnable close) {
        this.store = store;
        this.permits = permits;
        this.posts = posts;
        this.close = close;
    }

    @Deactivate
    void close() {
        close.run();
    }

    @Override
    public void mark(Member member, long comment, Tone tone) {
        Post advice = posts.apply(PostKind.ADVICE, comment)
                .orElseThrow(() -> Refusal.notFound("no-such-comment", "There is no comment with this number."));
        if (advice.hidden() != null) {
            throw Refusal.conflict(
                    "post-hidden", "Moderators have hidden this. Nothing can be added to it while it is.");
        }
        if (advice.member() == member.id()) {
            throw Refusal.conflict("own-comment", "Leave the tone of your own advice to your colleagues.");
        }
        permits.use(member, Act.RATE);
        store.mark(advice, member.id(), tone);
    }

    @Override
    public Map<Long, Tone> on(long question, Member member) {
        return store.on(question, member.id());
    }

    @Override
    public Optional<Civility> of(Member member) {
        return of(member.id());
    }

    /** Nobody's tone is known who wrote elsewhere. */
    Optional<Civility> of(long author) {
        return author == 0 || store.colleagues(author) < ENOUGH ? Optional.empty() : Optional.of(store.of(author));
    }
}
