package org.curbside.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.curbside.api.content.Comment;
import org.curbside.api.content.Comments;
import org.curbside.api.content.Consensus;
import org.curbside.api.content.Habits;
import org.curbside.api.content.NewConclusion;
import org.curbside.api.content.NewEdit;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Question;
import org.curbside.api.content.Questions;
import org.curbside.api.content.Revision;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** Questions and the advice on them over HTTP, for members. */
@Path("questions")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
public final class QuestionResource {

    private final Slice<Questions> questions;
    private final Slice<Comments> comments;
    private final Slice<Habits> habits;

    QuestionResource(Slices slices) {
        questions = slices.of(Questions.class);
        comments = slices.of(Comments.class);
        habits = slices.of(Habits.class);
    }

    /** Newest first; the next page is the {@code Link} with {@code rel="next"}. */
    @GET
    public Response latest(
            @QueryParam("specialty") @Nullable String specialty,
            @QueryParam("before") @DefaultValue("" + Long.MAX_VALUE) long before,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        Visits.of(request).member();
        return Items.page(questions.get().latest(Optional.ofNullable(specialty), before, limit), uri);
    }

    /** Asks. */
    @POST
    public Response ask(@Nullable NewQuestion question, @Context HttpServletRequest request) {
        Member author = Visits.of(request).member();
        Question asked = questions.get().ask(author, Bodies.present(question));
        return Response.created(URI.create("/api/questions/" + asked.id()))
                .tag(Single.tag(asked))
                .entity(asked)
                .build();
    }

    /** One question; unchanged since {@code If-None-Match}: 304. */
    @GET
    @Path("{id: [0-9]{1,18}}")
    public Response find(@PathParam("id") long id, @Context Request conditions, @Context HttpServletRequest request) {
        Visits.of(request).member();
        return Single.of(question(id), conditions);
    }

    private Question question(long id) {
        return questions
                .get()
                .find(id)
                .orElseThrow(() -> Refusal.notFound("no-such-question", "There is no question with this number."));
    }

    /** Edits one's own question. */
    @PUT
    @Path("{id: [0-9]{1,18}}")
    public Question edit(@PathParam("id") long id, @Nullable NewEdit edit, @Context HttpServletRequest request) {
        return questions.get().edit(Visits.of(request).member(), id, Bodies.present(edit));
    }

    /** What a question said before it was edited, the oldest first. */
    @GET
    @Path("{id: [0-9]{1,18}}/history")
    public Items<Revision> history(@PathParam("id") long id, @Context HttpServletRequest request) {
        Visits.of(request).member();
        return new Items<>(questions.get().history(question(id).id()));
    }

    /**
     * The advice on a question, best rated first; the next part is the {@code Link} with {@code rel="next"}. Readers who want to answer
     * first are told to, unless they say that they want to see it.
     */
    @GET
    @Path("{id: [0-9]{1,18}}/comments")
    public Response comments(
            @PathParam("id") long id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("" + Window.MAX) int limit,
            @QueryParam("see") boolean see,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        Member reader = Visits.of(request).member();
        Question question = question(id);
        if (!see && habits.get().holdsBack(question, reader)) {
            throw Refusal.conflict(
                    "answer-first",
                    "You want to answer before you see. Answer the poll or advise; or ask again with see=true.");
        }
        List<Comment> ranked = comments.get().on(question.id(), reader);
        return Window.of(ranked, comment -> "" + comment.id(), after, limit).response(uri);
    }

    /** What the ratings of all advice on a question amount to. */
    @GET
    @Path("{id: [0-9]{1,18}}/consensus")
    public Consensus consensus(@PathParam("id") long id, @Context HttpServletRequest request) {
        Visits.of(request).member();
        return comments.get().consensus(question(id).id());
    }

    /** Closes one's question with what became of it, or writes that anew. */
    @PUT
    @Path("{id: [0-9]{1,18}}/conclusion")
    public Question conclude(
            @PathParam("id") long id, @Nullable NewConclusion conclusion, @Context HttpServletRequest request) {
        Member asker = Visits.of(request).member();
        return questions.get().conclude(asker, id, Bodies.present(conclusion));
    }

    /** Opens it again. */
    @DELETE
    @Path("{id: [0-9]{1,18}}/conclusion")
    public Question reopen(@PathParam("id") long id, @Context HttpServletRequest request) {
        return questions.get().reopen(Visits.of(request).member(), id);
    }

    /** Advises. */
    @POST
    @Path("{id: [0-9]{1,18}}/comments")
    public Response comment(
            @PathParam("id") long id, @Nullable NewComment comment, @Context HttpServletRequest request) {
        Member author = Visits.of(request).member();
        NewComment given = Bodies.present(comment);
        return Response.status(Response.Status.CREATED)
                .entity(comments.get().comment(author, id, given.text(), given.confirmed()))
                .build();
    }

    record NewComment(@Nullable String text, boolean confirmed) {}
}
