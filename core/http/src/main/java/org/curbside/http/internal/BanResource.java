package org.curbside.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.curbside.api.membership.Ban;
import org.curbside.api.membership.Bans;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** Bans over HTTP, for operators. Every change answers 403 {@code confirm-first} until it is confirmed. */
@Path("bans")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
public final class BanResource {

    private final Slice<Bans> bans;

    BanResource(Slices slices) {
        bans = slices.of(Bans.class);
    }

    /** All of them, also those that were lifted. */
    @GET
    public Items<Ban> bans(@Context HttpServletRequest request) {
        Visits.operator(request);
        return new Items<>(bans.get().bans());
    }

    /** Shuts a member out. */
    @PUT
    @Path("{pseudonym}")
    public void ban(@PathParam("pseudonym") String pseudonym, @Nullable Why body, @Context HttpServletRequest request) {
        String operator = Visits.confirmedOperator(request);
        bans.get().ban(operator, pseudonym, Bodies.present(body).reason());
    }

    /** Lets a member in again. */
    @POST
    @Path("{pseudonym}/lifting")
    public void liftBan(
            @PathParam("pseudonym") String pseudonym, @Nullable Why body, @Context HttpServletRequest request) {
        String operator = Visits.confirmedOperator(request);
        bans.get().lift(operator, pseudonym, Bodies.present(body).reason());
    }

    record Why(@Nullable String reason) {}
}
