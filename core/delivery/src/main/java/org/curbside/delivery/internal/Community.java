package org.curbside.delivery.internal;

import java.util.List;
import java.util.Optional;
import org.curbside.api.content.Questions;
import org.curbside.api.content.Waiting;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Members;
import org.curbside.api.membership.Visitor;
import org.curbside.api.notification.Inbox;
import org.curbside.api.notification.News;
import org.curbside.api.notification.Presence;
import org.curbside.api.notification.Subscriptions;
import org.curbside.api.slice.Slices;

/** What the rest of the house knows of a member. */
interface Community {

    /** Who it is; empty if it is no member any more. */
    Optional<Visitor> find(long member);

    /** What the member can be reminded of. */
    News news(long member);

    /** The member was reminded of that. */
    void reminded(long member, News of);

    /** What waits for an answer in the member's field and is not muted. */
    List<Waiting> waiting(Member member);

    /** Whether a page of the member's is open. */
    boolean isHere(long member);

    /** As the slices know it. */
    static Community of(Slices slices) {
        var members = slices.of(Members.class);
        var inbox = slices.of(Inbox.class);
        var questions = slices.of(Questions.class);
        var subscriptions = slices.of(Subscriptions.class);
        var presence = slices.of(Presence.class);
        return new Community() {
            @Override
            public Optional<Visitor> find(long member) {
                return members.get().find(member);
            }

            @Override
            public News news(long member) {
                return inbox.get().news(member);
            }

            @Override
            public void reminded(long member, News of) {
                inbox.get().reminded(member, of);
            }

            @Override
            public List<Waiting> waiting(Member member) {
                return subscriptions.get().heard(member, questions.get().waiting(member));
            }

            @Override
            public boolean isHere(long member) {
                return presence.find().map(here -> here.isHere(member)).orElse(false);
            }
        };
    }
}
