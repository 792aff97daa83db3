package org.curbside.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.Map;
import org.curbside.api.content.Calibration;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Channels;
import org.curbside.api.content.Comment;
import org.curbside.api.content.Comments;
import org.curbside.api.content.FirstReplies;
import org.curbside.api.content.Habits;
import org.curbside.api.content.NewEdit;
import org.curbside.api.content.Questions;
import org.curbside.api.content.Rating;
import org.curbside.api.content.Replies;
import org.curbside.api.content.Reply;
import org.curbside.api.content.Revision;
import org.curbside.api.content.Standing;
import org.curbside.api.content.Waiting;
import org.curbside.api.insight.Insight;
import org.curbside.api.insight.TopicWatch;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Act;
import org.curbside.api.moderation.Permits;
import org.curbside.api.notification.Subscriptions;
import org.curbside.api.polling.Poll;
import org.curbside.api.polling.PollKind;
import org.curbside.api.polling.Polls;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.safety.NewReport;
import org.curbside.api.safety.Reports;
import org.curbside.api.safety.Signal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** What members rate, answer, report and watch, over HTTP. */
@Path("")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
public final class CommunityResource {

    private final Slice<Channels> channels;
    private final Slice<Questions> questions;
    private final Slice<Comments> comments;
    private final Slice<Replies> replies;
    private final Slice<Polls> polls;
    private final Slice<Permits> permits;
    private final Slice<Reports> reports;
    private final Slice<Insight> insight;
    private final Slice<Habits> habits;
    private final Slice<Subscriptions> subscriptions;

    CommunityResource(Slices slices) {
        channels = slices.of(Channels.class);
        questions = slices.of(Questions.class);
        comments = slices.of(Comments.class);
        replies = slices.of(Replies.class);
        polls = slices.of(Polls.class);
        permits = slices.of(Permits.class);
        reports = slices.of(Reports.class);
        insight = slices.of(Insight.class);
        habits = slices.of(Habits.class);
        subscriptions = slices.of(Subscriptions.class);
    }

    /** The specialties. */
    @GET
    @Path("specialties")
    public Items<Channel> specialties() {
        return new Items<>(channels.get().channels());
    }

    /** How one wants to read. */
    @GET
    @Path("habits")
    public ReadingHabits habits(@Context HttpServletRequest request) {
        return new ReadingHabits(habits.get().answersFirst(Visits.of(request).member()));
    }

    /** How one wants to read from now on. */
    @PUT
    @Path("habits")
    public ReadingHabits keepHabits(@Nullable ReadingHabits wanted, @Context HttpServletRequest request) {
        ReadingHabits kept = Bodies.present(wanted);
        habits.get().answerFirst(Visits.of(request).member(), kept.answersFirst());
        return kept;
    }

    /** Open questions that wait for advice in one's field, the one that has waited longest first. */
    @GET
    @Path("waiting")
    public Items<Waiting> waiting(@Context HttpServletRequest request) {
        Member reader = Visits.of(request).member();
        return new Items<>(subscriptions.get().heard(reader, questions.get().waiting(reader)));
    }

    /** How questions are answered here. */
    @GET
    @Path("first-replies")
    public FirstReplies firstReplies(@Context HttpServletRequest request) {
        Visits.of(request).member();
        return questions.get().firstReplies();
    }

    /** Rates a comment. */
    @PUT
    @Path("comments/{id: [0-9]{1,18}}/rating")
    public Comment rate(@PathParam("id") long id, @Nullable NewRating body, @Context HttpServletRequest request) {
        Member rater = Visits.of(request).member();
        Rating rating = Bodies.present(body).rating();
        if (rating == null) {
            throw Refusal.invalid("rating-missing", "rating", "Rate with AGREE, PARTLY or DISAGREE.");
        }
        return comments.get().rate(rater, id, rating);
    }

    /** Edits one's own comment. */
    @PUT
    @Path("comments/{id: [0-9]{1,18}}")
    public Comment editComment(@PathParam("id") long id, @Nullable NewEdit edit, @Context HttpServletRequest request) {
        return comments.get().edit(Visits.of(request).member(), id, Bodies.present(edit));
    }

    /** What a comment said before it was edited, the oldest first. */
    @GET
    @Path("comments/{id: [0-9]{1,18}}/history")
    public Items<Revision> commentHistory(@PathParam("id") long id, @Context HttpServletRequest request) {
        Visits.of(request).member();
        return new Items<>(comments.get().history(id));
    }

    /** Replies to a comment. */
    @POST
    @Path("comments/{id: [0-9]{1,18}}/replies")
    public Response reply(@PathParam("id") long id, @Nullable NewReply reply, @Context HttpServletRequest request) {
        Member author = Visits.of(request).member();
        NewReply given = Bodies.present(reply);
        return Response.status(Response.Status.CREATED)
                .entity(replies.get().reply(author, id, given.text(), given.confirmed()))
                .build();
    }

    /** Edits one's own reply. */
    @PUT
    @Path("replies/{id: [0-9]{1,18}}")
    public Reply editReply(@PathParam("id") long id, @Nullable NewEdit edit, @Context HttpServletRequest request) {
        return replies.get().edit(Visits.of(request).member(), id, Bodies.present(edit));
    }

    /** What a reply said before it was edited, the oldest first. */
    @GET
    @Path("replies/{id: [0-9]{1,18}}/history")
    public Items<Revision> replyHistory(@PathParam("id") long id, @Context HttpServletRequest request) {
        Visits.of(request).member();
        return new Items<>(replies.get().history(id));
    }

    /** How one's own ratings stand beside what later showed. */
    @GET
    @Path("calibration")
    public Calibration calibration(@Context HttpServletRequest request) {
        return comments.get().calibration(Visits.of(request).member());
    }

    /** How one's own advice was received beyond one's specialty. */
    @GET
    @Path("standing")
    public Standing standing(@Context HttpServletRequest request) {
        return comments.get().standing(Visits.of(request).member());
    }

    /** The ids of the poll types that can be offered now. */
    @GET
    @Path("poll-types")
    public Items<PollKind> pollTypes() {
        return new Items<>(polls.get().types());
    }

    /** A poll: its ballot, or its result for whoever has answered. */
    @GET
    @Path("polls/{id: [0-9]{1,18}}")
    public Response poll(@PathParam("id") long id, @Context Request conditions, @Context HttpServletRequest request) {
        Poll poll = polls.get()
                .find(id, Visits.of(request).member())
                .orElseThrow(() -> Refusal.notFound("no-such-poll", "There is no poll with this number."));
        return Single.of(poll, conditions);
    }

    /** Casts a ballot; values by field name. */
    @POST
    @Path("polls/{id: [0-9]{1,18}}/ballots")
    public Response answer(
            @PathParam("id") long id, @Nullable Map<String, List<String>> ballot, @Context HttpServletRequest request) {
        Member member = Visits.of(request).member();
        Map<String, List<String>> answer = Bodies.present(ballot);
        permits.get().use(member, Act.ANSWER);
        polls.get().answer(member, id, answer);
        return Response.noContent().build();
    }

    /** Reports a suspected adverse reaction. */
    @POST
    @Path("adverse-event-reports")
    public Response report(@Nullable NewReport report, @Context HttpServletRequest request) {
        Member reporter = Visits.of(request).member();
        reports.get().report(reporter, Bodies.present(report));
        return Response.status(Response.Status.CREATED).build();
    }

    /** Reports counted by product and reaction. Reports, never incidence. */
    @GET
    @Path("signals")
    public Response signals(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("" + Window.MAX) int limit,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        Visits.of(request).member();
        return Window.of(reports.get().signals(), CommunityResource::pair, after, limit)
                .response(uri);
    }

    private static String pair(Signal signal) {
        return signal.product() + "/" + signal.reaction();
    }

    /** Weekly counts of every topic, alarms first. */
    @GET
    @Path("topics")
    public Response topics(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("" + Window.MAX) int limit,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        Visits.of(request).member();
        return Window.of(insight.get().watches(), TopicWatch::topic, after, limit)
                .response(uri);
    }

    record NewRating(@Nullable Rating rating) {}

    record NewReply(@Nullable String text, boolean confirmed) {}

    record ReadingHabits(boolean answersFirst) {}
}
