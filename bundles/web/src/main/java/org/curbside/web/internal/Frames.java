package org.curbside.web.internal;

import java.util.Optional;
import org.curbside.api.membership.Analyst;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Turnstile;
import org.curbside.api.membership.Visitor;
import org.curbside.api.notice.HouseNotice;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.SliceAway;
import org.curbside.api.slice.Slices;

/** Makes frames for whoever looks. */
final class Frames {

    private final Slice<HouseNotice> notice;

    Frames(Slices slices) {
        notice = slices.of(HouseNotice.class);
    }

    Frame of(String title, Turnstile turnstile) {
        return of(title, visitor(turnstile), notice.find());
    }

    static Frame of(String title, Optional<Visitor> visitor, Optional<HouseNotice> notice) {
        return new Frame(
                title,
                visitor.map(Visitor::name).orElse(""),
                visitor.map(Frames::role).orElse(""),
                notice.map(HouseNotice::sentence).orElse(""));
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
        if (visitor instanceof Member) {
            return "member";
        }
        return visitor instanceof Analyst ? "analyst" : "operator";
    }
}
