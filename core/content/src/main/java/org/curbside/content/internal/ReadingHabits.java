package org.curbside.content.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.curbside.api.content.Habits;
import org.curbside.api.content.Question;
import org.curbside.api.membership.Member;
import org.curbside.api.polling.Poll;
import org.curbside.api.polling.Polls;
import org.curbside.api.slice.Slice;
import org.curbside.content.internal.store.HabitStore;
import org.curbside.content.internal.store.PostStore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Lets members answer before they see, for whoever has seen the others' answers gives no independent one. */
@Component
public final class ReadingHabits implements Habits {

    private final HabitStore store;
    private final PostStore posts;
    private final BiFunction<Long, Member, Optional<Poll>> polls;
    private final Runnable close;

    /** As the platform runs it. */
    @Activate
    public ReadingHabits(BundleContext context, @Reference HabitStore store, @Reference PostStore posts) {
        this(store, posts, new Slice<>(context, Polls.class));
    }

    private ReadingHabits(HabitStore store, PostStore posts, Slice<Polls> polls) {
        this(store, posts, (poll, reader) -> polls.get().find(poll, reader), polls::close);
    }

    ReadingHabits(HabitStore store, PostStore posts, BiFunction<Long, Member, Optional<Poll>> polls, Runnable close) {
        this.store = store;
        this.posts = posts;
        this.polls = polls;
        this.close = close;
    }

    @Deactivate
    void close() {
        close.run();
    }

    @Override
    public boolean answersFirst(Member member) {
        return store.answersFirst(member.id());
    }

    @Override
    public void answerFirst(Member member, boolean wanted) {
        store.answerFirst(member.id(), wanted);
    }

    @Override
    public boolean holdsBack(Question question, Member reader) {
        Long poll = question.poll();
        return poll != null
                && question.conclusion() == null
                && store.answersFirst(reader.id())
                && posts.involving(reader.id(), List.of(question.id())).isEmpty()
                && polls.apply(poll, reader)
                        .filter(one -> !one.answered() && !one.away())
                        .isPresent();
    }
}
