package org.curbside.api.membership;

import java.util.Optional;
import org.curbside.api.refusal.Refusal;

/**
 * Who makes a request. The front door leaves one with every request, under {@link #ATTRIBUTE}; it looks at the session
 * when it is first asked.
 */
@FunctionalInterface
public interface Turnstile {

    /** The name of the request attribute. */
    String ATTRIBUTE = "org.curbside.turnstile";

    /** The name of the cookie that holds the session's secret. */
    String COOKIE = "curbside-session";

    /** Whoever is signed in. */
    Optional<Visitor> visitor();

    /** The secret of the session in which the request is made, or a refusal. */
    default String session() {
        throw signInFirst();
    }

    /** Passes if whoever is signed in has shown lately that it is they, see {@link Confirmation}; else a refusal. */
    default void confirmed() {
        throw signInFirst();
    }

    /** The physician who is signed in, or a refusal. */
    default Member member() {
        Visitor visitor = signedIn();
        if (visitor instanceof Member member) {
            return member;
        }
        if (visitor instanceof Dormant dormant) {
            throw Refusal.forbidden(
                    "renewal-due",
                    "Your licence was last confirmed for " + dormant.since()
                            + ". Fetch a fresh credential at the licence desk and renew your pseudonym with it.");
        }
        throw Refusal.forbidden("members-only", "This is for verified physicians only.");
    }

    /** The client's analyst who is signed in, or a refusal. */
    default Analyst analyst() {
        if (signedIn() instanceof Analyst analyst) {
            return analyst;
        }
        throw Refusal.forbidden("clients-only", "This is for clients only.");
    }

    /** The operator who is signed in, or a refusal. */
    default Operator operator() {
        if (signedIn() instanceof Operator operator) {
            return operator;
        }
        throw Refusal.forbidden("operators-only", "This is for the operators of this instance only.");
    }

    /** The operator who is signed in and has shown lately that it is they, or a refusal. */
    default Operator confirmedOperator() {
        Operator operator = operator();
        confirmed();
        return operator;
    }

    private Visitor signedIn() {
        return visitor().orElseThrow(Turnstile::signInFirst);
    }

    private static Refusal signInFirst() {
        return Refusal.signIn("sign-in-required", "Sign in first.");
    }
}
