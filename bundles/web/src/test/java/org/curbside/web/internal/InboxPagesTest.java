package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.curbside.api.content.Channel;
import org.curbside.api.notification.InboxEntry;
import org.curbside.api.notification.Level;
import org.curbside.api.notification.Subject;
import org.curbside.api.notification.Subscription;
import org.curbside.api.paging.Page;
import org.curbside.api.refusal.Refusal;
import org.curbside.web.internal.InboxPages.InboxPage;
import org.curbside.web.internal.InboxPages.SubscriptionsPage;
import org.junit.jupiter.api.Test;

class InboxPagesTest {

    private static final Frame FRAME = new Frame("Inbox", "heron", "member", "", "", 2);
    private static final Frame NOTHING = new Frame("Inbox", "heron", "member", "", "");

    private final Pages pages = new Pages();

    private String inbox(Frame frame, boolean further, OptionalLong next, InboxEntry... entries) {
        return Rendered.page(pages, "inbox.jte", new InboxPage(frame, new Page<>(List.of(entries), next), further));
    }

    private static InboxEntry entry(boolean asked, int advice, boolean concluded, boolean minority, boolean read) {
        return new InboxEntry(
                5,
                7,
                "When <now>?",
                "Surgery",
                asked,
                advice,
                advice,
                concluded,
                minority,
                false,
                false,
                Instant.EPOCH,
                read);
    }

    @Test
    void says_what_happened_on_which_question() {
        String page = inbox(FRAME, false, OptionalLong.of(5), entry(true, 2, true, false, false));
        assertThat(page)
                .contains("<a href=\"/questions/7\">When &lt;now&gt;?</a>")
                .contains(
                        "A new question; 2 new pieces of advice; 2 replies that concern you; closed with a conclusion")
                .contains("href=\"/inbox?before=5\"")
                .contains("name=\"question\" value=\"7\"")
                .contains("Mark all as read");
        assertThat(inbox(FRAME, false, OptionalLong.empty(), entry(false, 1, false, true, true)))
                .contains(
                        "A new piece of advice; a reply that concerns you; few agree with your advice; for a day only you read that")
                .doesNotContain("name=\"question\"")
                .doesNotContain("rel=\"next\"");
        assertThat(inbox(
                        FRAME,
                        false,
                        OptionalLong.empty(),
                        new InboxEntry(
                                5,
                                7,
                                "When?",
                                "Surgery",
                                false,
                                0,
                                0,
                                false,
                                false,
                                false,
                                true,
                                Instant.EPOCH,
                                false)))
                .contains("Found by a search that you keep");
    }

    @Test
    void an_empty_inbox_says_what_would_come_to_it() {
        assertThat(inbox(NOTHING, false, OptionalLong.empty()))
                .contains("Nothing has happened yet on a question that you watch.")
                .contains("href=\"/waiting\"")
                .doesNotContain("Mark all as read");
        assertThat(inbox(NOTHING, true, OptionalLong.empty())).contains("There is nothing older.");
    }

    @Test
    void the_frame_counts_what_is_unread() {
        assertThat(inbox(FRAME, false, OptionalLong.empty()))
                .contains("<span id=\"unread\" class=\"count\"><span class=\"number\">2</span>");
        assertThat(inbox(NOTHING, false, OptionalLong.empty())).contains("<span id=\"unread\" class=\"count\" hidden>");
    }

    @Test
    void a_button_that_is_pressed_leads_back_to_what_is_usual() {
        String page = subscriptions(Form.EMPTY, new Subscription(Subject.TOPIC, "stroke", "stroke", Level.MUTED, true));
        assertThat(page)
                .contains("value=\"\" aria-pressed=\"true\"")
                .contains("value=\"WATCHING\" aria-pressed=\"false\"")
                .contains("How much you hear of stroke");
        assertThat(subscriptions(
                        Form.EMPTY, new Subscription(Subject.SPECIALTY, "S", "Surgery", Level.TRACKING, false)))
                .contains("value=\"TRACKING\" aria-pressed=\"true\"")
                .contains("href=\"/?specialty=S\"");
    }

    @Test
    void who_has_chosen_nothing_reads_that_and_what_was_refused_stays() {
        assertThat(subscriptions(Form.EMPTY)).contains("You have chosen nothing yet");
        Form refused = new Form(
                Map.of("name", "x"),
                Refusal.invalid("topic-length", "name", "Name a topic in 2 to 40 characters."),
                "");
        assertThat(subscriptions(refused))
                .contains("Name a topic in 2 to 40 characters.")
                .contains("value=\"x\"");
    }

    private String subscriptions(Form topic, Subscription... chosen) {
        List<Branch> branches = Branch.of(List.of(new Channel("S", "Surgery", List.of())));
        return Rendered.page(
                pages,
                "subscriptions.jte",
                new SubscriptionsPage(FRAME, List.of(chosen), branches, topic, Form.EMPTY.marked("-specialty")));
    }
}
