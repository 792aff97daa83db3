package org.curbside.notification.internal;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.curbside.api.content.Question;
import org.curbside.api.content.Questions;
import org.curbside.api.content.ReplyGiven;
import org.curbside.api.delivery.Doorbell;
import org.curbside.api.notification.Happening;
import org.curbside.api.notification.Level;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.curbside.notification.internal.store.InboxStore;
import org.curbside.notification.internal.store.Place;
import org.curbside.notification.internal.store.SubscriptionRow;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Tells those who watch a question what happened on it. */
@Component(service = Announcer.class)
public final class Announcer {

    private final InboxStore store;
    private final LongFunction<Optional<Question>> questions;
    private final Doorbell doorbell;
    private final Runnable close;

    /** Asks the content where a question stands, and rings where there is a bell. */
    @Activate
    public Announcer(BundleContext context, @Reference InboxStore store) {
        this(store, new Slices(context));
    }

    private Announcer(InboxStore store, Slices slices) {
        this(store, questions(slices.of(Questions.class)), doorbell(slices.of(Doorbell.class)), slices::close);
    }

    Announcer(InboxStore store, LongFunction<Optional<Question>> questions, Doorbell doorbell, Runnable close) {
        this.store = store;
        this.questions = questions;
        this.doorbell = doorbell;
        this.close = close;
    }

    private static LongFunction<Optional<Question>> questions(Slice<Questions> questions) {
        return id -> questions.get().find(id);
    }

    private static Doorbell doorbell(Slice<Doorbell> doorbell) {
        return members -> doorbell.find().ifPresent(bell -> bell.ring(members));
    }

    @Deactivate
    void close() {
        close.run();
    }

    /** Once for each event of a listener. A question that is not shown any more is told to nobody. */
    void announce(String listener, long position, Happening.Kind kind, long question, long member, Instant at) {
        announce(listener, position, kind, question, member, at, Announcer::watching);
    }

    /** Of those who watch the question, it is told to those whom the reply concerns. */
    void announce(String listener, long position, ReplyGiven reply) {
        announce(
                listener,
                position,
                Happening.Kind.REPLY_GIVEN,
                reply.question(),
                reply.member(),
                reply.at(),
                (rows, place) -> watching(rows, place).stream()
                        .filter(reply.concerned()::contains)
                        .toList());
    }

    private void announce(
            String listener,
            long position,
            Happening.Kind kind,
            long question,
            long member,
            Instant at,
            BiFunction<Collection<SubscriptionRow>, Place, List<Long>> told) {
        questions
                .apply(question)
                .map(Place::of)
                .ifPresentOrElse(
                        place -> doorbell.ring(store.tell(
                                listener,
                                position,
                                new InboxStore.Told(kind, place, member, at),
                                rows -> told.apply(rows, place))),
                        () -> store.pass(listener, position));
    }

    private static List<Long> watching(Collection<SubscriptionRow> rows, Place place) {
        Map<Long, List<SubscriptionRow>> byMember = rows.stream().collect(groupingBy(SubscriptionRow::member));
        return byMember.entrySet().stream()
                .filter(member -> Levels.of(member.getValue(), place, "").equals(Optional.of(Level.WATCHING)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
