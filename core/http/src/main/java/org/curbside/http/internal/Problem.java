package org.curbside.http.internal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.curbside.api.refusal.Finding;
import org.curbside.api.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as problem details (RFC 9457).
 *
 * @param type {@code urn:curbside:problem:NAME}; the name is lasting
 * @param title the HTTP status in words
 * @param status the HTTP status
 * @param detail what to do about it
 * @param field the input field at fault, if a single one is
 * @param findings every place in the input that could identify a patient, or null where the input is not refused for that
 * @param incident what the log calls it, if it was not refused but failed
 * @param retryAfter after how many seconds another try is worth while, or null if nobody knows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        @Nullable List<Finding> findings,
        @Nullable String incident,
        @JsonIgnore @Nullable Integer retryAfter) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String NAMES = "urn:curbside:problem:";

    static Problem of(Refusal refusal) {
        Response.Status status =
                switch (refusal.kind()) {
                    case INVALID -> Response.Status.BAD_REQUEST;
                    case NOT_FOUND -> Response.Status.NOT_FOUND;
                    case CONFLICT -> Response.Status.CONFLICT;
                    case SIGN_IN -> Response.Status.UNAUTHORIZED;
                    case FORBIDDEN -> Response.Status.FORBIDDEN;
                    case UNAVAILABLE -> Response.Status.SERVICE_UNAVAILABLE;
                    case TOO_MANY -> Response.Status.TOO_MANY_REQUESTS;
                };
        Problem problem =
                of(status, refusal.name(), refusal.sentence(), refusal.field()).with(refusal.findings());
        return refusal.retryAfterSeconds() > 0 ? problem.until(refusal.retryAfterSeconds()) : problem;
    }

    static Problem of(Response.StatusType status, String name, String detail, @Nullable String field) {
        return new Problem(
                NAMES + name, status.getReasonPhrase(), status.getStatusCode(), detail, field, null, null, null);
    }

    private Problem with(List<Finding> found) {
        return found.isEmpty() ? this : new Problem(type, title, status, detail, field, found, incident, retryAfter);
    }

    /** Something that failed, by the number that the log has it under. */
    static Problem of(String incident) {
        Response.Status status = Response.Status.INTERNAL_SERVER_ERROR;
        return new Problem(
                NAMES + "failed",
                status.getReasonPhrase(),
                status.getStatusCode(),
                "This is not your fault. Look whether it was done, and try again; if it fails again, tell the operator"
                        + " of this instance the incident number " + incident + ".",
                null,
                null,
                incident,
                null);
    }

    /** The same, for whoever waits so many seconds. */
    Problem until(int seconds) {
        return new Problem(type, title, status, detail, field, findings, incident, seconds);
    }

    Response.ResponseBuilder response() {
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(this);
        return retryAfter == null ? response : response.header(HttpHeaders.RETRY_AFTER, retryAfter);
    }
}
