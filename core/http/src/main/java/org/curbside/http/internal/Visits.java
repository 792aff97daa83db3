package org.curbside.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.curbside.api.membership.Turnstile;

/** Who makes a request, for resources. */
final class Visits {

    private Visits() {}

    static Turnstile of(HttpServletRequest request) {
        return (Turnstile) Objects.requireNonNull(request.getAttribute(Turnstile.ATTRIBUTE), "the front door is away");
    }

    /** The name of the operator who is signed in, or a refusal. */
    static String operator(HttpServletRequest request) {
        return of(request).operator().name();
    }

    /** As {@link #operator}, if they have shown lately that it is they. */
    static String confirmedOperator(HttpServletRequest request) {
        return of(request).confirmedOperator().name();
    }
}
