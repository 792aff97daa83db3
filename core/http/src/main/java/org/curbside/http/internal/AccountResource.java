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
import jakarta.ws.rs.core.Response;
import org.curbside.api.membership.Access;
import org.curbside.api.membership.Authenticator;
import org.curbside.api.membership.Confirmation;
import org.curbside.api.membership.OpenSession;
import org.curbside.api.membership.OwnPassword;
import org.curbside.api.membership.Passkey;
import org.curbside.api.membership.PasskeySignature;
import org.curbside.api.membership.Passkeys;
import org.curbside.api.membership.SignIn;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** The ways into one's own account over HTTP. What changes them answers 403 {@code confirm-first} until it is confirmed. */
@Path("account")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountResource {

    private final Slice<SignIn> signIn;
    private final Slice<Confirmation> confirmation;
    private final Slice<OwnPassword> password;
    private final Slice<Authenticator> authenticator;
    private final Slice<Passkeys> passkeys;

    AccountResource(Slices slices) {
        signIn = slices.of(SignIn.class);
        confirmation = slices.of(Confirmation.class);
        password = slices.of(OwnPassword.class);
        authenticator = slices.of(Authenticator.class);
        passkeys = slices.of(Passkeys.class);
    }

    /** The ways into the account. */
    @GET
    public Access access(@Context HttpServletRequest request) {
        return confirmation.get().access(session(request));
    }

    /** Confirms by password or code. */
    @POST
    @Path("confirmation")
    public void confirm(@Nullable Proof body, @Context HttpServletRequest request) {
        Proof proof = Bodies.present(body);
        confirmation.get().confirm(session(request), proof.password(), proof.code());
    }

    /** Confirms by a passkey that has signed a challenge. */
    @POST
    @Path("confirmation/passkey")
    public void confirmWithPasskey(@Nullable PasskeySignature body, @Context HttpServletRequest request) {
        confirmation.get().confirm(session(request), Bodies.present(body));
    }

    /** Takes another password; every session ends, and a new one begins. */
    @PUT
    @Path("password")
    public Response choosePassword(@Nullable Chosen body, @Context HttpServletRequest request) {
        return SessionResource.in(
                password.get().choose(session(request), Bodies.present(body).password()), request);
    }

    /** Removes a member's password. */
    @DELETE
    @Path("password")
    public void removePassword(@Context HttpServletRequest request) {
        password.get().remove(session(request));
    }

    /** Offers a secret for an authenticator app. */
    @POST
    @Path("authenticator")
    public Authenticator.Offer offerAuthenticator(@Context HttpServletRequest request) {
        return authenticator.get().offer(session(request));
    }

    /** Uses the app whose code this is. */
    @PUT
    @Path("authenticator")
    public Items<String> useAuthenticator(@Nullable AppCode body, @Context HttpServletRequest request) {
        return new Items<>(
                authenticator.get().use(session(request), Bodies.present(body).code()));
    }

    /** Asks for no code any longer. */
    @DELETE
    @Path("authenticator")
    public void stopAuthenticator(@Context HttpServletRequest request) {
        authenticator.get().stop(session(request));
    }

    /** Replaces the recovery codes. */
    @POST
    @Path("recovery-codes")
    public Items<String> renewRecoveryCodes(@Context HttpServletRequest request) {
        return new Items<>(authenticator.get().renewRecoveryCodes(session(request)));
    }

    /** The account's sessions. */
    @GET
    @Path("sessions")
    public Items<OpenSession> sessions(@Context HttpServletRequest request) {
        return new Items<>(signIn.get().sessions(session(request)));
    }

    /** Ends every other session. */
    @DELETE
    @Path("sessions")
    public void endOtherSessions(@Context HttpServletRequest request) {
        signIn.get().endOthers(session(request));
    }

    /** Ends a session. */
    @DELETE
    @Path("sessions/{id}")
    public void endSession(@PathParam("id") String id, @Context HttpServletRequest request) {
        signIn.get().end(session(request), id);
    }

    /** The account's passkeys. */
    @GET
    @Path("passkeys")
    public Items<Passkey> passkeys(@Context HttpServletRequest request) {
        return new Items<>(passkeys.get().of(session(request)));
    }

    /** What a passkey is made from. */
    @POST
    @Path("passkeys/invitation")
    public Passkeys.Invitation invitePasskey(@Context HttpServletRequest request) {
        return passkeys.get().invite(session(request));
    }

    /** Adds a passkey. */
    @POST
    @Path("passkeys")
    public Response addPasskey(Passkeys.@Nullable Made body, @Context HttpServletRequest request) {
        Passkey added = passkeys.get().add(session(request), Bodies.present(body));
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    /** Removes a passkey. */
    @DELETE
    @Path("passkeys/{id}")
    public void removePasskey(@PathParam("id") String id, @Context HttpServletRequest request) {
        passkeys.get().remove(session(request), id);
    }

    private static String session(HttpServletRequest request) {
        return Visits.of(request).session();
    }

    record Proof(@Nullable String password, @Nullable String code) {}

    record Chosen(@Nullable String password) {}

    record AppCode(@Nullable String code) {}
}
