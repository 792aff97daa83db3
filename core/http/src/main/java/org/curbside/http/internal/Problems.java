package org.curbside.http.internal;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.SliceAway;
import org.glassfish.jersey.server.ParamException;

/** Says every refusal and failure of the API as problem details. The cause of a failure goes to the log only. */
@Provider
public final class Problems implements ExceptionMapper<Throwable> {

    private final Incidents incidents;

    Problems(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return Problem.of(refusal).response().build();
        }
        if (failure instanceof SliceAway away) {
            return beingReplaced(away);
        }
        if (failure instanceof JacksonException) {
            return notJson();
        }
        if (failure instanceof ParamException wrong && !(failure instanceof ParamException.PathParamException)) {
            return notAValue(wrong.getParameterName());
        }
        if (failure instanceof WebApplicationException refused) {
            return refused(refused.getResponse());
        }
        return incidents.logged(failure).response().build();
    }

    private static Response beingReplaced(SliceAway away) {
        return Problem.of(
                        Response.Status.SERVICE_UNAVAILABLE,
                        "being-replaced",
                        "This part is being updated. Try again in a moment.",
                        null)
                .until(away.retryAfterSeconds())
                .response()
                .build();
    }

    private static Response notJson() {
        return Problem.of(
                        Response.Status.BAD_REQUEST,
                        "unreadable-body",
                        "The body is not the JSON object that /api/openapi.json describes.",
                        null)
                .response()
                .build();
    }

    private static Response notAValue(String parameter) {
        return Problem.of(
                        Response.Status.BAD_REQUEST,
                        "unreadable-parameter",
                        "See /api/openapi.json for what " + parameter + " can be.",
                        parameter)
                .response()
                .build();
    }

    private static Response refused(Response refused) {
        Response.StatusType status = refused.getStatusInfo();
        String name = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        Response.ResponseBuilder response = Problem.of(
                        status, name, "See /api/openapi.json for what this address takes.", null)
                .response();
        if (refused.getHeaderString(HttpHeaders.ALLOW) != null) {
            response.header(HttpHeaders.ALLOW, refused.getHeaderString(HttpHeaders.ALLOW));
        }
        return response.build();
    }
}
