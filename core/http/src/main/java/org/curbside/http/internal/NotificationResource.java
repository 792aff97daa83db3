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
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Locale;
import org.curbside.api.membership.Member;
import org.curbside.api.notification.Inbox;
import org.curbside.api.notification.Level;
import org.curbside.api.notification.Subject;
import org.curbside.api.notification.Subscription;
import org.curbside.api.notification.Subscriptions;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** The inbox, and what members subscribe to, over HTTP. */
@Path("")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
public final class NotificationResource {

    private final Slice<Inbox> inbox;
    private final Slice<Subscriptions> subscriptions;

    NotificationResource(Slices slices) {
        inbox = slices.of(Inbox.class);
        subscriptions = slices.of(Subscriptions.class);
    }

    /** What the member was told of, latest first; the next page is the {@code Link} with {@code rel="next"}. */
    @GET
    @Path("inbox")
    public Response inbox(
            @QueryParam("before") @DefaultValue("" + Long.MAX_VALUE) long before,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        return Items.page(inbox.get().entries(Visits.of(request).member(), before, limit), uri);
    }

    /** How much of it is unread. */
    @GET
    @Path("inbox/unread")
    public Count unread(@Context HttpServletRequest request) {
        return new Count(inbox.get().unread(Visits.of(request).member()));
    }

    /** What was told of a question is read. */
    @POST
    @Path("inbox/{id: [0-9]{1,18}}/read")
    public void read(@PathParam("id") long question, @Context HttpServletRequest request) {
        inbox.get().read(Visits.of(request).member(), question);
    }

    /** Everything is read. */
    @POST
    @Path("inbox/read")
    public void readAll(@Context HttpServletRequest request) {
        inbox.get().readAll(Visits.of(request).member());
    }

    /** All that the member has chosen. */
    @GET
    @Path("subscriptions")
    public Items<Subscription> subscriptions(@Context HttpServletRequest request) {
        return new Items<>(subscriptions.get().chosen(Visits.of(request).member()));
    }

    /** What holds for one thing. */
    @GET
    @Path("subscriptions/{subject}/{name}")
    public Subscription subscription(
            @PathParam("subject") String subject, @PathParam("name") String name, @Context HttpServletRequest request) {
        return subscriptions.get().find(Visits.of(request).member(), subject(subject), name);
    }

    /** Chooses a level. */
    @PUT
    @Path("subscriptions/{subject}/{name}")
    public Subscription subscribe(
            @PathParam("subject") String subject,
            @PathParam("name") String name,
            @Nullable NewLevel body,
            @Context HttpServletRequest request) {
        Member member = Visits.of(request).member();
        Level level = Bodies.present(body).level();
        if (level == null) {
            throw Refusal.invalid("level-missing", "level", "Choose WATCHING, TRACKING or MUTED.");
        }
        return subscriptions.get().choose(member, subject(subject), name, level);
    }

    /** Goes back to what is usual. */
    @DELETE
    @Path("subscriptions/{subject}/{name}")
    public Subscription unsubscribe(
            @PathParam("subject") String subject, @PathParam("name") String name, @Context HttpServletRequest request) {
        return subscriptions.get().choose(Visits.of(request).member(), subject(subject), name, null);
    }

    private static Subject subject(String word) {
        return Arrays.stream(Subject.values())
                .filter(subject -> subject.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.notFound("no-such-subject", "Subscribe to a specialty, a topic or a question."));
    }

    record NewLevel(@Nullable Level level) {}

    record Count(int unread) {}
}
