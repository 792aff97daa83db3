package org.curbside.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.curbside.api.delivery.Deliveries;
import org.curbside.api.delivery.Delivery;
import org.curbside.api.delivery.MailOffice;
import org.curbside.api.delivery.NewHours;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** How members are reached, over HTTP. Each change answers what holds then. */
@Path("")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
public final class DeliveryResource {

    private final Slice<Deliveries> deliveries;
    private final Slice<MailOffice> office;

    DeliveryResource(Slices slices) {
        deliveries = slices.of(Deliveries.class);
        office = slices.of(MailOffice.class);
    }

    /** How the member is reached. */
    @GET
    @Path("delivery")
    public Delivery delivery(@Context HttpServletRequest request) {
        return deliveries.get().of(Visits.of(request).member());
    }

    /** Deletes all that is kept of it. */
    @DELETE
    @Path("delivery")
    public Delivery forgetDelivery(@Context HttpServletRequest request) {
        return deliveries.get().forget(Visits.of(request).member());
    }

    /** Chooses when. */
    @PUT
    @Path("delivery/hours")
    public Delivery chooseHours(@Nullable NewHours body, @Context HttpServletRequest request) {
        return deliveries.get().choose(Visits.of(request).member(), Bodies.present(body));
    }

    /** Has a code sent to an address. */
    @PUT
    @Path("delivery/address")
    public Delivery giveAddress(@Nullable NewAddress body, @Context HttpServletRequest request) {
        return deliveries
                .get()
                .address(Visits.of(request).member(), Bodies.present(body).address());
    }

    /** Deletes the address. */
    @DELETE
    @Path("delivery/address")
    public Delivery forgetAddress(@Context HttpServletRequest request) {
        return deliveries.get().forgetAddress(Visits.of(request).member());
    }

    /** Shows the code. */
    @POST
    @Path("delivery/address/confirmation")
    public Delivery confirmAddress(@Nullable NewCode body, @Context HttpServletRequest request) {
        return deliveries
                .get()
                .confirm(Visits.of(request).member(), Bodies.present(body).code());
    }

    /** Has a browser told by push. */
    @POST
    @Path("delivery/browsers")
    public Delivery addBrowser(@Nullable Browser body, @Context HttpServletRequest request) {
        return deliveries
                .get()
                .addBrowser(Visits.of(request).member(), Bodies.present(body).endpoint());
    }

    /** Has a browser told no longer. */
    @POST
    @Path("delivery/browsers/removal")
    public Delivery removeBrowser(@Nullable Browser body, @Context HttpServletRequest request) {
        return deliveries
                .get()
                .removeBrowser(Visits.of(request).member(), Bodies.present(body).endpoint());
    }

    /** Has none told any longer. */
    @DELETE
    @Path("delivery/browsers")
    public Delivery removeBrowsers(@Context HttpServletRequest request) {
        return deliveries.get().removeBrowsers(Visits.of(request).member());
    }

    /** Ends the digest of whoever has its link. */
    @DELETE
    @Path("delivery/digests/{token: [A-Za-z0-9_-]{1,100}}")
    public void endDigest(@PathParam("token") String token) {
        deliveries.get().unsubscribe(token);
    }

    /** What went out and what waits, for operators. */
    @GET
    @Path("delivery/counts")
    public MailOffice.Counts deliveryCounts(@Context HttpServletRequest request) {
        Visits.operator(request);
        return office.get().counts();
    }

    record NewAddress(@Nullable String address) {}

    record NewCode(@Nullable String code) {}

    record Browser(@Nullable String endpoint) {}
}
