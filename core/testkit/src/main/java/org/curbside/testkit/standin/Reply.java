package org.curbside.testkit.standin;

/**
 * What a stand-in answers.
 *
 * @param status of HTTP
 * @param type of the body, such as {@code application/json}
 * @param retryAfter for the header {@code Retry-After}, or empty
 */
public record Reply(int status, String type, String body, String retryAfter) {

    /** With the status 200. */
    public static Reply json(String body) {
        return json(200, body);
    }

    /** In JSON. */
    public static Reply json(int status, String body) {
        return new Reply(status, "application/json", body, "");
    }

    /** Too many requests; come back after so many seconds. */
    public static Reply tooMany(int seconds) {
        return new Reply(429, "application/json", "{}", "" + seconds);
    }
}
