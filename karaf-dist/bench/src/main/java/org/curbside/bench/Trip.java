package org.curbside.bench;

import java.net.http.HttpResponse;

/**
 * What came of one request.
 *
 * @param phase in which it began
 * @param kind what it was for
 * @param millis from its intended beginning to its end
 */
record Trip(String phase, String kind, End end, double millis) {

    private static final int AWAY = 503;

    boolean done() {
        return end.status / 100 == 2 || end.status / 100 == 3;
    }

    /** Refused politely: it says when to come again. */
    boolean askedToWait() {
        return end.status == AWAY && end.retryAfter;
    }

    /** The status, 0 when there was no answer at all; and the body, or what went wrong. */
    record End(int status, boolean retryAfter, String body) {

        static End of(HttpResponse<String> answer) {
            return new End(
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").isPresent(),
                    answer.body());
        }
    }
}
