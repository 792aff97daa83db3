package org.curbside.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Moderators;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** Moderators over HTTP, for operators. Appointing answers 403 {@code confirm-first} until it is confirmed. */
@Path("moderators")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
public final class ModeratorResource {

    private final Slice<Moderators> moderators;

    ModeratorResource(Slices slices) {
        moderators = slices.of(Moderators.class);
    }

    /** All of them. */
    @GET
    public Items<Moderator> moderators(@Context HttpServletRequest request) {
        Visits.of(request).operator();
        return new Items<>(
                moderators.get().moderators().stream().map(Moderator::of).toList());
    }

    /** Makes a moderator of a member. */
    @PUT
    @Path("{pseudonym}")
    public void appoint(@PathParam("pseudonym") String pseudonym, @Context HttpServletRequest request) {
        Visits.confirmedOperator(request);
        moderators.get().appoint(pseudonym);
    }

    /** Makes a moderator a member like others. */
    @DELETE
    @Path("{pseudonym}")
    public void dismiss(@PathParam("pseudonym") String pseudonym, @Context HttpServletRequest request) {
        Visits.confirmedOperator(request);
        moderators.get().dismiss(pseudonym);
    }

    record Moderator(String name, String specialty) {
        static Moderator of(Member member) {
            return new Moderator(member.name(), member.specialty());
        }
    }
}
