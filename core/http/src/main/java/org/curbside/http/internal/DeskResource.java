package org.curbside.http.internal;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.curbside.api.credential.IssuerKeys;
import org.curbside.api.identity.Crowd;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.LicenceDesk;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** The licence desk over HTTP. A case's key comes in the body, never in an address, for addresses are logged. */
@Path("licence-desk")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
public final class DeskResource {

    private final Slice<LicenceDesk> desk;
    private final Slice<IssuerKeys> keys;

    DeskResource(Slices slices) {
        desk = slices.of(LicenceDesk.class);
        keys = slices.of(IssuerKeys.class);
    }

    /** Claims a licence. */
    @POST
    @Path("claims")
    public Response claim(@Nullable NewClaim claim) {
        LicenceCase filed = desk.get().claim(Bodies.present(claim));
        return Response.status(Response.Status.CREATED).entity(filed).build();
    }

    /** How far a claim has come. */
    @POST
    @Path("status")
    public LicenceCase status(@Nullable Key body) {
        return desk.get().find(Bodies.present(body).key());
    }

    /** Shows possession by a code. */
    @POST
    @Path("proof")
    public LicenceCase prove(@Nullable Proof body) {
        Proof proof = Bodies.present(body);
        return desk.get().prove(proof.key(), proof.code());
    }

    /** Asks for another letter. */
    @POST
    @Path("letter")
    public LicenceCase anotherLetter(@Nullable Key body) {
        return desk.get().anotherLetter(Bodies.present(body).key());
    }

    /** Sends a picture of a document, in base64. */
    @POST
    @Path("document")
    public LicenceCase document(@Nullable Document body) {
        Document document = Bodies.present(body);
        return desk.get().document(document.key(), image(Objects.requireNonNullElse(document.image(), "")));
    }

    private static byte[] image(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("document-unreadable", "image", "Send the picture in base64.");
        }
    }

    /** Begins another way to show possession. */
    @POST
    @Path("way")
    public Begun beginWay(@Nullable Way body) {
        Way way = Bodies.present(body);
        return new Begun(desk.get()
                .begin(way.key(), way.way(), way.typed())
                .map(URI::toString)
                .orElse(""));
    }

    /** Shows possession by what the claimant came back with. */
    @POST
    @Path("way-answer")
    public LicenceCase finishWay(@Nullable Answer body) {
        Answer answer = Bodies.present(body);
        Map<String, String> given = new HashMap<>(Objects.requireNonNullElse(answer.answer(), Map.of()));
        if (given.containsValue(null)) {
            throw Refusal.invalid("answer-incomplete", "answer", "Give each parameter of the answer a text.");
        }
        return desk.get().finish(answer.key(), answer.way(), given);
    }

    /** Vouches for a colleague. */
    @POST
    @Path("vouch")
    public Response vouch(@Nullable Vouch body) {
        Vouch vouch = Bodies.present(body);
        desk.get().vouch(vouch.key(), vouch.colleagueCode(), vouch.familyName());
        return Response.noContent().build();
    }

    /** Asks the registries again about a licence that has lapsed. */
    @POST
    @Path("recheck")
    public LicenceCase recheck(@Nullable Key body) {
        return desk.get().recheck(Bodies.present(body).key());
    }

    /** The desk's keys, to be compared with those that the membership shows. */
    @GET
    @Path("issuer-keys")
    public IssuerKeyList issuerKeys() {
        return IssuerKeyList.of(keys.get().directory());
    }

    /** Which key the credential is signed with. */
    @POST
    @Path("issuer")
    public IssuerKeyList.Entry issuer(@Nullable Key body) {
        return IssuerKeyList.Entry.of(desk.get().issuer(Bodies.present(body).key()));
    }

    /** Among how many the credential's holder is. */
    @POST
    @Path("crowd")
    public Crowd crowd(@Nullable Key body) {
        return desk.get().crowd(Bodies.present(body).key());
    }

    /** Signs the credential without seeing it. */
    @POST
    @Path("credential")
    public Signed credential(@Nullable Blinded body) {
        Blinded asked = Bodies.present(body);
        return new Signed(desk.get().credential(asked.key(), asked.keyId(), asked.blinded()));
    }

    record Key(@Nullable String key) {}

    record Proof(@Nullable String key, @Nullable String code) {}

    record Document(@Nullable String key, @Nullable String image) {}

    record Way(@Nullable String key, @Nullable String way, @Nullable String typed) {}

    record Begun(String elsewhere) {}

    record Answer(@Nullable String key, @Nullable String way, @Nullable Map<String, String> answer) {}

    record Vouch(@Nullable String key, @Nullable String colleagueCode, @Nullable String familyName) {}

    record Blinded(@Nullable String key, @Nullable String keyId, @Nullable String blinded) {}

    record Signed(String signature) {}
}
