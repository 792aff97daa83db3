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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.content.Images;
import org.curbside.api.content.PostKind;
import org.curbside.api.membership.Turnstile;
import org.curbside.api.membership.Visitor;
import org.curbside.api.moderation.Case;
import org.curbside.api.moderation.Civility;
import org.curbside.api.moderation.Flags;
import org.curbside.api.moderation.Measure;
import org.curbside.api.moderation.ModerationDesk;
import org.curbside.api.moderation.ModerationNotice;
import org.curbside.api.moderation.ModerationNotices;
import org.curbside.api.moderation.ModerationRecord;
import org.curbside.api.moderation.ModerationStatistics;
import org.curbside.api.moderation.NewDecision;
import org.curbside.api.moderation.NewFlag;
import org.curbside.api.moderation.Queue;
import org.curbside.api.moderation.Tone;
import org.curbside.api.moderation.Tones;
import org.curbside.api.picture.Picture;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/**
 * Moderation over HTTP: for members, for moderators and operators, for operators alone, and the statistics for everybody. Deciding on a ban
 * answers 403 {@code confirm-first} until it is confirmed.
 */
@Path("moderation")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
public final class ModerationResource {

    private final Slice<Flags> flags;
    private final Slice<Tones> tones;
    private final Slice<ModerationNotices> notices;
    private final Slice<ModerationDesk> desk;
    private final Slice<ModerationRecord> record;
    private final Slice<ModerationStatistics> statistics;
    private final Slice<Images> images;

    ModerationResource(Slices slices) {
        flags = slices.of(Flags.class);
        tones = slices.of(Tones.class);
        notices = slices.of(ModerationNotices.class);
        desk = slices.of(ModerationDesk.class);
        record = slices.of(ModerationRecord.class);
        statistics = slices.of(ModerationStatistics.class);
        images = slices.of(Images.class);
    }

    /** Flags a post. */
    @POST
    @Path("flags")
    public Response flag(@Nullable NewFlag flag, @Context HttpServletRequest request) {
        boolean hidden = flags.get().flag(Visits.of(request).member(), Bodies.present(flag));
        return Response.status(Response.Status.CREATED)
                .entity(new Flagged(hidden))
                .build();
    }

    /** What one has said of the tone of the advice on a question, by its id. */
    @GET
    @Path("questions/{id: [0-9]{1,18}}/tones")
    public Map<Long, Tone> tones(@PathParam("id") long id, @Context HttpServletRequest request) {
        return tones.get().on(id, Visits.of(request).member());
    }

    /** Says how one finds the tone of advice. */
    @PUT
    @Path("comments/{id: [0-9]{1,18}}/tone")
    public void markTone(@PathParam("id") long id, @Nullable NewTone body, @Context HttpServletRequest request) {
        Tone tone = Bodies.present(body).tone();
        if (tone == null) {
            throw Refusal.invalid("tone-missing", "tone", "Choose COURTEOUS, BLUNT or UNCIVIL.");
        }
        tones.get().mark(Visits.of(request).member(), id, tone);
    }

    /** How colleagues find one's tone. */
    @GET
    @Path("civility")
    public Told civility(@Context HttpServletRequest request) {
        return new Told(tones.get().of(Visits.of(request).member()));
    }

    /** What one is told about one's own posts. */
    @GET
    @Path("notices")
    public Items<ModerationNotice> notices(@Context HttpServletRequest request) {
        return new Items<>(notices.get().of(Visits.of(request).member()));
    }

    /** Appeals, or answers the proposal of a ban. */
    @POST
    @Path("notices/{id: [0-9]{1,18}}/answer")
    public ModerationNotice answerNotice(
            @PathParam("id") long id, @Nullable Said body, @Context HttpServletRequest request) {
        return notices.get()
                .answer(Visits.of(request).member(), id, Bodies.present(body).words());
    }

    /** What waits. */
    @GET
    @Path("queue")
    public Queue queue(@Context HttpServletRequest request) {
        return desk.get().queue(judge(request));
    }

    /** One case. */
    @GET
    @Path("cases/{id: [0-9]{1,18}}")
    public Case flaggedCase(@PathParam("id") long id, @Context HttpServletRequest request) {
        return desk.get().find(judge(request), id);
    }

    /** The pictures in the question that a case is about, also when it is hidden. */
    @GET
    @Path("cases/{id: [0-9]{1,18}}/images")
    public Items<ImageResource.Listed> caseImages(@PathParam("id") long id, @Context HttpServletRequest request) {
        Case flagged = desk.get().find(judge(request), id);
        return new Items<>(
                flagged.kind() == PostKind.QUESTION
                        ? images.get().all(flagged.question()).stream()
                                .map(image -> ImageResource.Listed.at("/api/moderation/cases/" + id, image))
                                .toList()
                        : List.of());
    }

    /** The file of one. */
    @GET
    @Path("cases/{id: [0-9]{1,18}}/images/{number: [0-9]{1,9}}")
    @Produces({Picture.JPEG, Picture.PNG, Problem.MEDIA_TYPE})
    public Response caseImage(
            @PathParam("id") long id, @PathParam("number") int number, @Context HttpServletRequest request) {
        Case flagged = desk.get().find(judge(request), id);
        return Optional.of(flagged)
                .filter(found -> found.kind() == PostKind.QUESTION)
                .flatMap(found -> images.get().findAlsoHidden(found.question(), number))
                .map(picture -> ImageResource.file(picture).build())
                .orElseThrow(ImageResource::noSuchImage);
    }

    /** Takes a case. */
    @PUT
    @Path("cases/{id: [0-9]{1,18}}/claim")
    public Case claimCase(@PathParam("id") long id, @Context HttpServletRequest request) {
        return desk.get().claim(judge(request), id);
    }

    /** Gives it back. */
    @DELETE
    @Path("cases/{id: [0-9]{1,18}}/claim")
    public void releaseCase(@PathParam("id") long id, @Context HttpServletRequest request) {
        desk.get().release(judge(request), id);
    }

    /** Decides. */
    @POST
    @Path("cases/{id: [0-9]{1,18}}/decision")
    public Case decideCase(
            @PathParam("id") long id, @Nullable NewDecision decision, @Context HttpServletRequest request) {
        NewDecision given = Bodies.present(decision);
        Visitor judge = judge(request);
        if (given.measure() == Measure.BAN) {
            Visits.of(request).confirmed();
        }
        return desk.get().decide(judge, id, given);
    }

    /** Decides on a proposed ban. */
    @POST
    @Path("cases/{id: [0-9]{1,18}}/second-decision")
    public Case secondCase(@PathParam("id") long id, @Nullable Second body, @Context HttpServletRequest request) {
        Second given = Bodies.present(body);
        Visitor judge = judge(request);
        Visits.of(request).confirmed();
        return desk.get().second(judge, id, given.agree(), given.words());
    }

    /** Decides an appeal. */
    @POST
    @Path("cases/{id: [0-9]{1,18}}/appeal-decision")
    public Case hearCase(@PathParam("id") long id, @Nullable Hearing body, @Context HttpServletRequest request) {
        Hearing given = Bodies.present(body);
        return desk.get().hear(judge(request), id, given.uphold(), given.words());
    }

    /** What was done, newest first. */
    @GET
    @Path("record")
    public Entries moderationRecord(
            @QueryParam("before") @DefaultValue("" + Long.MAX_VALUE) long before, @Context HttpServletRequest request) {
        Visits.operator(request);
        return new Entries(record.get().entries(before), record.get().broken().orElse(null));
    }

    /** Moderators with their channels. */
    @GET
    @Path("remits")
    public Items<ModerationRecord.Remit> remits(@Context HttpServletRequest request) {
        Visits.operator(request);
        return new Items<>(record.get().remits());
    }

    /** Gives a moderator channels. */
    @PUT
    @Path("remits/{pseudonym}")
    public ModerationRecord.Remit assignChannels(
            @PathParam("pseudonym") String pseudonym, @Nullable Given body, @Context HttpServletRequest request) {
        String operator = Visits.operator(request);
        return record.get().assign(operator, pseudonym, Bodies.present(body).channels());
    }

    /** What waits in each channel. */
    @GET
    @Path("backlog")
    public Items<ModerationRecord.Backlog> backlog(@Context HttpServletRequest request) {
        Visits.operator(request);
        return new Items<>(record.get().backlog());
    }

    /** How posts are moderated here, for everybody. */
    @GET
    @Path("statistics")
    public ModerationStatistics.Report moderationStatistics() {
        return statistics.get().report();
    }

    private static Visitor judge(HttpServletRequest request) {
        Turnstile turnstile = Visits.of(request);
        return turnstile.visitor().orElseThrow(() -> Refusal.signIn("sign-in-required", "Sign in first."));
    }

    record Flagged(boolean hidden) {}

    record NewTone(@Nullable Tone tone) {}

    record Told(Optional<Civility> civility) {}

    record Said(@Nullable String words) {}

    record Second(boolean agree, @Nullable String words) {}

    record Hearing(boolean uphold, @Nullable String words) {}

    record Given(@Nullable List<String> channels) {}

    record Entries(List<ModerationRecord.Entry> items, @Nullable String broken) {}
}
