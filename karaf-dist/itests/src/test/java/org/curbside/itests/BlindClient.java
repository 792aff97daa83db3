package org.curbside.itests;

import static org.curbside.itests.People.expect;
import static org.curbside.itests.People.field;
import static org.curbside.itests.People.json;

import java.net.http.HttpResponse;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.LocalDate;
import org.curbside.api.credential.Blinding;
import org.curbside.api.credential.IssuerKey;

/** Makes the credential of a proven case as a program does. */
final class BlindClient {

    private BlindClient() {}

    /** In its text form, for a member who is new. */
    static String credential(Client stranger, String caseKey) throws Exception {
        Blinding blinding = blinding(stranger, caseKey);
        HttpResponse<String> signed = sign(stranger, caseKey, blinding);
        expect(200, signed);
        return blinding.finish(field(signed, "signature")).toText();
    }

    static Blinding blinding(Client stranger, String caseKey) throws Exception {
        HttpResponse<String> issuer = stranger.postJson("/api/licence-desk/issuer", json("key", caseKey));
        expect(200, issuer);
        IssuerKey key = new IssuerKey(
                field(issuer, "group"),
                LocalDate.parse(field(issuer, "epoch")),
                field(issuer, "spki"),
                field(issuer, "chain"));
        return Blinding.of(
                key, KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic(), new SecureRandom());
    }

    static HttpResponse<String> sign(Client stranger, String caseKey, Blinding blinding) throws Exception {
        return stranger.postJson(
                "/api/licence-desk/credential",
                json("key", caseKey, "keyId", blinding.keyId(), "blinded", blinding.blinded()));
    }
}
