package org.curbside.http.internal;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Question;
import org.curbside.api.content.QuestionPage;
import org.curbside.api.content.Questions;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.jspecify.annotations.Nullable;

/** Questions over HTTP. */
@Path("questions")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
public final class QuestionResource {

    private final Slice<Questions> questions;

    QuestionResource(Slice<Questions> questions) {
        this.questions = questions;
    }

    /** Newest first; the next page is the {@code Link} with {@code rel="next"}. */
    @GET
    public Response latest(
            @QueryParam("specialty") @Nullable String specialty,
            @QueryParam("before") @DefaultValue("" + Long.MAX_VALUE) long before,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context UriInfo uri) {
        QuestionPage page = questions.get().latest(Optional.ofNullable(specialty), before, limit);
        Response.ResponseBuilder response = Response.ok(new Items(page.questions()));
        page.next()
                .ifPresent(next -> response.link(
                        uri.getRequestUriBuilder()
                                .replaceQueryParam("before", next)
                                .build(),
                        "next"));
        return response.build();
    }

    /** Asks. */
    @POST
    public Response ask(@Nullable NewQuestion question, @Context UriInfo uri) {
        if (question == null) {
            throw Refusal.invalid("question-missing", "body", "Send a question as a JSON object.");
        }
        Question asked = questions.get().ask(question);
        return Response.created(
                        uri.getAbsolutePathBuilder().path("" + asked.id()).build())
                .tag(tag(asked))
                .entity(asked)
                .build();
    }

    /** One question; unchanged since {@code If-None-Match}: 304. */
    @GET
    @Path("{id: [0-9]{1,18}}")
    public Response find(@PathParam("id") long id, @Context Request request) {
        Question question = questions
                .get()
                .find(id)
                .orElseThrow(() -> Refusal.notFound("no-such-question", "There is no question with this number."));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag(question));
        return (unchanged == null ? Response.ok(question) : unchanged)
                .tag(tag(question))
                .build();
    }

    private static EntityTag tag(Question question) {
        return new EntityTag(question.id() + "-" + question.version());
    }

    /** A list as a JSON object, so that it can grow members later. */
    record Items(List<Question> items) {}
}
