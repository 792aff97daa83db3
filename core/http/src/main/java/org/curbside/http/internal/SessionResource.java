package org.curbside.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import org.curbside.api.membership.Accounts;
import org.curbside.api.membership.Analyst;
import org.curbside.api.membership.Dormant;
import org.curbside.api.membership.Entry;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.PasskeySignature;
import org.curbside.api.membership.Passkeys;
import org.curbside.api.membership.Recovery;
import org.curbside.api.membership.SignIn;
import org.curbside.api.membership.Turnstile;
import org.curbside.api.membership.Visitor;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** Joining and signing in over HTTP. */
@Path("session")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {

    private final Slice<SignIn> signIn;
    private final Slice<Accounts> accounts;
    private final Slice<Recovery> recovery;
    private final Slice<Passkeys> passkeys;

    SessionResource(Slices slices) {
        signIn = slices.of(SignIn.class);
        accounts = slices.of(Accounts.class);
        recovery = slices.of(Recovery.class);
        passkeys = slices.of(Passkeys.class);
    }

    /** Signs in; the session is the cookie, and a bearer token for programs. */
    @POST
    public Response signIn(@Nullable Credentials body, @Context HttpServletRequest request) {
        Credentials credentials = Bodies.present(body);
        Entry entry = signIn.get().signIn(credentials.name(), credentials.password(), credentials.device());
        return entry instanceof Entry.CodeNeeded needed
                ? Response.accepted(new Ticket(needed.ticket())).build()
                : in((Entry.In) entry, request);
    }

    /** Ends what a right password began. */
    @POST
    @Path("code")
    public Response enter(@Nullable Code body, @Context HttpServletRequest request) {
        Code code = Bodies.present(body);
        return in(signIn.get().enter(code.ticket(), code.code(), code.device()), request);
    }

    /** What a passkey signs. */
    @POST
    @Path("challenge")
    public Passkeys.Challenge challenge() {
        return passkeys.get().challenge();
    }

    /** Signs in with a passkey that has signed a challenge. */
    @POST
    @Path("passkey")
    public Response signInWithPasskey(@Nullable PasskeySignature body, @Context HttpServletRequest request) {
        return in(signIn.get().signIn(Bodies.present(body), null), request);
    }

    static Response in(Entry.In entry, HttpServletRequest request) {
        return Response.ok(new Session(entry.session(), entry.device()))
                .cookie(cookie(entry.session(), -1, request))
                .build();
    }

    /** Who is signed in. */
    @GET
    public Response whoever(@Context Request conditions, @Context HttpServletRequest request) {
        Whoever whoever = Visits.of(request)
                .visitor()
                .map(Whoever::of)
                .orElseThrow(() -> Refusal.signIn("sign-in-required", "Sign in first."));
        return Single.of(whoever, conditions);
    }

    /** Signs out. */
    @DELETE
    public Response signOut(@Context HttpServletRequest request) {
        SessionFilter.secret(request).ifPresent(session -> signIn.get().signOut(session));
        return Response.noContent().cookie(cookie("", 0, request)).build();
    }

    /** The licence desk's keys as the membership has seen them. */
    @GET
    @Path("issuer-keys")
    public IssuerKeyList seenIssuerKeys() {
        return IssuerKeyList.of(accounts.get().directory());
    }

    /** Makes a member of whoever holds a credential of the licence desk. */
    @POST
    @Path("member")
    public Response join(@Nullable Joining body) {
        Joining joining = Bodies.present(body);
        Member member = accounts.get().join(joining.credential(), joining.pseudonym(), joining.password());
        return Response.status(Response.Status.CREATED)
                .entity(Whoever.of(member))
                .build();
    }

    /** Keeps a member for another epoch. */
    @POST
    @Path("renewal")
    public Renewed renew(@Nullable Renewal body) {
        Member member = accounts.get().renew(Bodies.present(body).credential());
        return new Renewed(member.name(), member.renewBy().map(LocalDate::toString));
    }

    /** What a member's key has to sign before another password is taken. */
    @POST
    @Path("recovery-challenge")
    public Challenge recoveryChallenge(@Nullable Lost body) {
        return new Challenge(recovery.get().challenge(Bodies.present(body).memberKey()));
    }

    /** Takes another password from whoever has the member's key. */
    @POST
    @Path("recovery")
    public Response recover(@Nullable Recovering body, @Context HttpServletRequest request) {
        Recovering asked = Bodies.present(body);
        return in(recovery.get().recover(asked.memberKey(), asked.signature(), asked.password()), request);
    }

    private static NewCookie cookie(String session, int maxAge, HttpServletRequest request) {
        return new NewCookie.Builder(Turnstile.COOKIE)
                .value(session)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(maxAge)
                .build();
    }

    record Credentials(@Nullable String name, @Nullable String password, @Nullable String device) {}

    record Code(@Nullable String ticket, @Nullable String code, @Nullable String device) {}

    record Joining(@Nullable String credential, @Nullable String pseudonym, @Nullable String password) {}

    record Renewal(@Nullable String credential) {}

    record Renewed(String name, Optional<String> renewBy) {}

    record Lost(@Nullable String memberKey) {}

    record Challenge(String challenge) {}

    record Recovering(@Nullable String memberKey, @Nullable String signature, @Nullable String password) {}

    record Session(String session, String device) {}

    record Ticket(String ticket) {}

    record Whoever(String name, String role) {
        static Whoever of(Visitor visitor) {
            return new Whoever(visitor.name(), role(visitor));
        }

        private static String role(Visitor visitor) {
            if (visitor instanceof Member member) {
                return member.moderator() ? "moderator" : "member";
            }
            if (visitor instanceof Dormant) {
                return "dormant";
            }
            return visitor instanceof Analyst ? "analyst" : "operator";
        }
    }
}
