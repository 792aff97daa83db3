package org.curbside.web.internal;

import org.curbside.api.membership.Analyst;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Turnstile;
import org.curbside.api.membership.Visitor;
import org.curbside.api.slice.SliceAway;

/** Makes frames for whoever looks. */
final class Frames {

    private Frames() {}

    /** While the membership is away, everyone is a stranger, but the page stays up. */
    static Frame of(String title, Turnstile turnstile) {
        try {
            return turnstile
                    .visitor()
                    .map(visitor -> new Frame(title, visitor.name(), role(visitor)))
                    .orElseGet(() -> new Frame(title, "", ""));
        } catch (SliceAway away) {
            return new Frame(title, "", "");
        }
    }

    private static String role(Visitor visitor) {
        if (visitor instanceof Member) {
            return "member";
        }
        return visitor instanceof Analyst ? "analyst" : "operator";
    }
}
