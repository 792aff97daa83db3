package org.curbside.http.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(String type, String title, int status, String detail, @Nullable String field) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Refusal refusal) {
        Response.Status status =
                switch (refusal.kind()) {
                    case INVALID -> Response.Status.BAD_REQUEST;
                    case NOT_FOUND -> Response.Status.NOT_FOUND;
                    case CONFLICT -> Response.Status.CONFLICT;
                    case SIGN_IN -> Response.Status.UNAUTHORIZED;
                    case FORBIDDEN -> Response.Status.FORBIDDEN;
                };
        return of(status, refusal.name(), refusal.sentence(), refusal.field());
    }

    static Problem of(Response.StatusType status, String name, String detail, @Nullable String field) {
        return new Problem(
                "urn:curbside:problem:" + name, status.getReasonPhrase(), status.getStatusCode(), detail, field);
    }

    Response.ResponseBuilder response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }
}
