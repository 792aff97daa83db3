package org.curbside.web.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.curbside.api.membership.Analyst;
import org.curbside.api.membership.Dormant;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Turnstile;
import org.curbside.api.membership.Visitor;
import org.curbside.api.notice.HouseNotice;
import org.curbside.api.notification.Inbox;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.SliceAway;
import org.curbside.api.slice.Slices;

/** Makes frames for whoever looks. */
final class Frames {

    private final Slice<HouseNotice> notice;
    private final Slice<Inbox> inbox;

    Frames(Slices slices) {
        notice = slices.of(HouseNotice.class);
        inbox = slices.of(Inbox.class);
    }

    Frame of(String title, Turnstile turnstile) {
        Optional<Visitor> visitor = visitor(turnstile);
        return of(title, visitor, notice.find(), unread(visitor));
    }

    /** A page is there also while the inbox is not. */
    private int unread(Optional<Visitor> visitor) {
        return visitor.filter(Member.class::isInstance)
                .map(Member.class::cast)
                .flatMap(member -> inbox.find().map(there -> there.unread(member)))
                .orElse(0);
    }

    static Frame of(String title, Optional<Visitor> visitor, Optional<HouseNotice> notice, int unread) {
        return new Frame(
                title,
                visitor.map(Visitor::name).orElse(""),
                visitor.map(Frames::role).orElse(""),
                visitor.flatMap(Frames::renewBy).map(Dates::day).orElse(""),
                notice.map(HouseNotice::sentence).orElse(""),
                unread);
    }

    /** While the membership is away, everyone is a stranger, but the page stays up. */
    private static Optional<Visitor> visitor(Turnstile turnstile) {
        try {
            return turnstile.visitor();
        } catch (SliceAway away) {
            return Optional.empty();
        }
    }

    private static String role(Visitor visitor) {
        if (visitor instanceof Member member) {
            return member.moderator() ? "moderator" : "member";
        }
        if (visitor instanceof Dormant) {
            return "dormant";
        }
        return visitor instanceof Analyst ? "analyst" : "operator";
    }

    private static Optional<LocalDate> renewBy(Visitor visitor) {
        return visitor instanceof Member member ? member.renewBy() : Optional.empty();
    }
}
