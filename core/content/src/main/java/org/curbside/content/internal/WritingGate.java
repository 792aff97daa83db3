package org.curbside.content.internal;

import java.util.function.BiConsumer;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Act;
import org.curbside.api.moderation.Permits;
import org.curbside.api.slice.Slice;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Asks, for whatever a member writes, whether the member may; what was written earlier does not come by here. */
@Component(service = WritingGate.class)
public final class WritingGate {

    private final BiConsumer<Member, Act> permits;
    private final Runnable close;

    /** Asks the moderation; while that is away, nothing is written. */
    @Activate
    public WritingGate(BundleContext context) {
        this(new Slice<>(context, Permits.class));
    }

    private WritingGate(Slice<Permits> permits) {
        this((member, act) -> permits.get().use(member, act), permits::close);
    }

    WritingGate(BiConsumer<Member, Act> permits, Runnable close) {
        this.permits = permits;
        this.close = close;
    }

    @Deactivate
    void close() {
        close.run();
    }

    /** Counts an act, or refuses it. */
    void use(Member member, Act act) {
        permits.accept(member, act);
    }
}
