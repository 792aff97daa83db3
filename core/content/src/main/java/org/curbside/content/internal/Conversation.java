package org.curbside.content.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.curbside.api.content.NewEdit;
import org.curbside.api.content.Passage;
import org.curbside.api.content.Replies;
import org.curbside.api.content.Reply;
import org.curbside.api.content.Revision;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Act;
import org.curbside.api.refusal.Refusal;
import org.curbside.content.internal.store.ReplyStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes replies to advice. */
@Component(service = {Replies.class, Conversation.class})
public final class Conversation implements Replies {

    private final ReplyStore store;
    private final ChannelList channels;
    private final Screens screens;
    private final WritingGate gate;
    private final Clock clock;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public Conversation(
            @Reference ReplyStore store,
            @Reference ChannelList channels,
            @Reference Screens screens,
            @Reference WritingGate gate) {
        this(store, channels, screens, gate, Clock.systemUTC());
    }

    Conversation(ReplyStore store, ChannelList channels, Screens screens, WritingGate gate, Clock clock) {
        this.store = store;
        this.channels = channels;
        this.screens = screens;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Reply reply(Member author, long comment, @Nullable String text, boolean confirmed) {
        return reply(author, comment, text, confirmed, clock.instant(), () -> gate.use(author, Act.REPLY));
    }

    /** At an earlier time, without asking whether the author may. */
    Reply reply(Member author, long comment, String text, Instant at) {
        return reply(author, comment, text, true, at, () -> {});
    }

    private Reply reply(
            Member author, long comment, @Nullable String text, boolean confirmed, Instant at, Runnable permit) {
        String checked = check(text, confirmed);
        permit.run();
        return store.store(author, comment, checked, at.truncatedTo(ChronoUnit.MICROS), channels::name)
                .orElseThrow(() -> Refusal.notFound("no-such-comment", "There is no comment with this number."));
    }

    @Override
    public Reply edit(Member author, long reply, NewEdit edit) {
        String text = check(edit.text(), edit.confirmed());
        gate.use(author, Act.ANSWER);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.edit(author, reply, text, edit.erases(), at, channels::name)
                .orElseThrow(() -> Refusal.notFound("no-such-reply", "There is no reply with this number."));
    }

    private String check(@Nullable String text, boolean confirmed) {
        String checked = Limits.REPLY.check(text);
        screens.check(List.of(new Passage("text", checked)), confirmed);
        return checked;
    }

    @Override
    public List<Revision> history(long reply) {
        return store.history(reply);
    }
}
