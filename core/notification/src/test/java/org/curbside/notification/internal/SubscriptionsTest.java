package org.curbside.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.curbside.notification.internal.Community.ADVISER;
import static org.curbside.notification.internal.Community.ASKER;
import static org.curbside.notification.internal.Community.READER;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Question;
import org.curbside.api.content.Waiting;
import org.curbside.api.notification.Level;
import org.curbside.api.notification.Subject;
import org.curbside.api.notification.Subscription;
import org.curbside.api.notification.Unread;
import org.curbside.api.refusal.Refusal;
import org.curbside.notification.internal.store.OpenedStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {

    private final Community community = new Community();
    private final SubscriptionDesk subscriptions = community.subscriptions;

    private @Nullable Level level(Subject subject, String name) {
        return subscriptions.find(READER, subject, name).level();
    }

    @Test
    void ones_own_specialty_is_tracked_and_no_other() {
        assertThat(level(Subject.SPECIALTY, "neurology")).isEqualTo(Level.TRACKING);
        assertThat(level(Subject.SPECIALTY, "cardiology")).isNull();
        assertThat(subscriptions.chosen(READER)).isEmpty();
    }

    @Test
    void the_most_exact_wins() {
        community.ask(ASKER, 10, "cardiology", "stroke");
        subscriptions.choose(READER, Subject.SPECIALTY, "cardiology", Level.WATCHING);
        assertThat(level(Subject.QUESTION, "10")).isEqualTo(Level.WATCHING);
        subscriptions.choose(READER, Subject.TOPIC, "Stroke ", Level.MUTED);
        assertThat(level(Subject.QUESTION, "10")).isEqualTo(Level.MUTED);
        subscriptions.choose(READER, Subject.QUESTION, "10", Level.TRACKING);
        assertThat(level(Subject.QUESTION, "10")).isEqualTo(Level.TRACKING);
        subscriptions.choose(READER, Subject.QUESTION, "10", null);
        assertThat(level(Subject.QUESTION, "10")).isEqualTo(Level.MUTED);
    }

    @Test
    void of_several_topics_the_one_of_which_most_is_heard_counts() {
        community.ask(ASKER, 10, "cardiology", "stroke", "apixaban");
        subscriptions.choose(READER, Subject.TOPIC, "stroke", Level.MUTED);
        subscriptions.choose(READER, Subject.TOPIC, "apixaban", Level.WATCHING);
        assertThat(level(Subject.QUESTION, "10")).isEqualTo(Level.WATCHING);
    }

    @Test
    void whoever_asked_or_advised_watches_until_they_choose_otherwise() {
        community.ask(ASKER, 10, "cardiology");
        community.advise(ADVISER, 10);
        assertThat(subscriptions.find(ASKER, Subject.QUESTION, "10").level()).isEqualTo(Level.WATCHING);
        assertThat(subscriptions.find(ADVISER, Subject.QUESTION, "10"))
                .isEqualTo(new Subscription(Subject.QUESTION, "10", "Question 10", Level.WATCHING, false));
        subscriptions.choose(ADVISER, Subject.QUESTION, "10", Level.MUTED);
        community.advise(ADVISER, 10);
        assertThat(subscriptions.find(ADVISER, Subject.QUESTION, "10").level()).isEqualTo(Level.MUTED);
        subscriptions.choose(ADVISER, Subject.QUESTION, "10", null);
        assertThat(subscriptions.find(ADVISER, Subject.QUESTION, "10").level()).isEqualTo(Level.WATCHING);
    }

    @Test
    void a_walled_channel_is_heard_of_by_itself_only() {
        subscriptions.choose(READER, Subject.TOPIC, "payment", Level.WATCHING);
        community.ask(ASKER, 10, Channel.PRACTICE, "payment");
        assertThat(community.inboxOf(READER)).isEmpty();
        subscriptions.choose(READER, Subject.SPECIALTY, Channel.PRACTICE, Level.WATCHING);
        community.ask(ASKER, 11, Channel.PRACTICE, "payment");
        assertThat(community.inboxOf(READER)).hasSize(1);
    }

    @Test
    void all_that_was_chosen_is_listed_channels_first() {
        community.ask(ASKER, 10, "cardiology");
        subscriptions.choose(READER, Subject.QUESTION, "10", Level.WATCHING);
        subscriptions.choose(READER, Subject.TOPIC, "stroke", Level.MUTED);
        subscriptions.choose(READER, Subject.SPECIALTY, "cardiology", Level.TRACKING);
        assertThat(subscriptions.chosen(READER))
                .extracting(Subscription::title)
                .containsExactly("Cardiology", "stroke", "Question 10");
        community.questions.clear();
        assertThat(subscriptions.chosen(READER))
                .extracting(Subscription::title)
                .contains("A question that is no longer shown");
    }

    @Test
    void what_is_not_there_cannot_be_subscribed_to() {
        assertThatThrownBy(() -> subscriptions.choose(READER, Subject.SPECIALTY, "astrology", Level.WATCHING))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.name()).isEqualTo("no-such-specialty"));
        assertThatThrownBy(() -> subscriptions.choose(READER, Subject.QUESTION, "x", Level.WATCHING))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.name()).isEqualTo("no-such-question"));
        assertThatThrownBy(() -> subscriptions.choose(READER, Subject.TOPIC, " ", Level.WATCHING))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.name()).isEqualTo("topic-length"));
    }

    @Test
    void nobody_chooses_more_than_can_be_listed() throws SQLException {
        community.run("insert into subscription (member, subject, name, chosen)"
                + " select 3, 'TOPIC', 'topic ' || x, 'TRACKING' from system_range(1, 500)");
        assertThatThrownBy(() -> subscriptions.choose(READER, Subject.TOPIC, "one more", Level.TRACKING))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.name()).isEqualTo("too-many-subscriptions"));
        assertThat(subscriptions
                        .choose(READER, Subject.TOPIC, "topic 1", Level.MUTED)
                        .level())
                .isEqualTo(Level.MUTED);
    }

    @Test
    void what_is_tracked_is_new_until_it_is_opened_and_when_advice_comes() {
        community.ask(ASKER, 10, "neurology");
        community.ask(ASKER, 11, "cardiology");
        assertThat(unread()).isEqualTo(Map.of(10L, new Unread(true, 0)));
        community.inbox().opened(READER, community.question(10));
        assertThat(unread()).isEmpty();
        assertThat(new OpenedStore(community.jpa).opened(READER.id(), List.of(10L)))
                .isEmpty();
        community.opened.keep();
        assertThat(new OpenedStore(community.jpa).opened(READER.id(), List.of(10L)))
                .isEqualTo(Map.of(10L, 0));
        assertThat(unread()).isEmpty();
        community.advise(ADVISER, 10);
        community.advise(ADVISER, 10);
        assertThat(unread()).isEqualTo(Map.of(10L, new Unread(false, 2)));
        assertThat(community.inboxOf(READER)).isEmpty();
        subscriptions.choose(READER, Subject.SPECIALTY, "neurology", Level.MUTED);
        assertThat(unread()).isEmpty();
    }

    @Test
    void ones_own_question_is_not_new() {
        Question asked = community.ask(READER, 10, "neurology");
        assertThat(subscriptions.unread(READER, List.of(asked))).isEmpty();
    }

    private Map<Long, Unread> unread() {
        return subscriptions.unread(READER, List.copyOf(community.questions.values()));
    }

    @Test
    void what_is_muted_does_not_wait() {
        Waiting one = new Waiting(community.ask(ASKER, 10, "neurology", "stroke"), 5);
        Waiting other = new Waiting(community.ask(ASKER, 11, "neurology"), 5);
        subscriptions.choose(READER, Subject.TOPIC, "stroke", Level.MUTED);
        assertThat(subscriptions.heard(READER, List.of(one, other))).containsExactly(other);
        assertThat(subscriptions.heard(READER, List.of())).isEmpty();
    }

    @Test
    void what_holds_of_a_question_holds_in_a_list_whatever_the_length_of_its_number() {
        List<Waiting> waiting = new ArrayList<>();
        for (long number : List.of(2L, 9L, 10L, 100L)) {
            waiting.add(new Waiting(community.ask(ASKER, number, "neurology"), 5));
            subscriptions.choose(READER, Subject.QUESTION, "" + number, Level.MUTED);
        }
        subscriptions.choose(READER, Subject.QUESTION, "100", null);
        assertThat(subscriptions.heard(READER, waiting)).containsExactly(waiting.get(3));
    }
}
