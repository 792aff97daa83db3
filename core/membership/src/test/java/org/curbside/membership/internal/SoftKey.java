package org.curbside.membership.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.util.BigIntegers;
import org.curbside.api.membership.PasskeySignature;
import org.curbside.api.membership.Passkeys;

/** A passkey with the browser around it, written from the WebAuthn and CTAP texts: ES256, a counter, no attestation. */
final class SoftKey {

    private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_KEY = 0x40;

    private final byte[] id = new byte[32];
    private final KeyPair pair;

    String origin = "http://localhost:8181";
    String relyingParty = "localhost";
    int flags = PRESENT | VERIFIED;
    int counter;
    String handle = "";

    SoftKey(int number) throws GeneralSecurityException {
        id[0] = (byte) number;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
    }

    String id() {
        return RelyingParty.text(id);
    }

    int number() {
        return id[0];
    }

    void withoutVerification() {
        flags = PRESENT;
    }

    Passkeys.Made make(String name, Passkeys.Invitation invitation) throws Exception {
        handle = invitation.handle();
        byte[] key = CBOR.writeValueAsBytes(publicKey());
        byte[] data = join(data(flags | WITH_KEY), new byte[16], new byte[] {0, (byte) id.length}, id, key);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("fmt", "none");
        object.put("attStmt", Map.of());
        object.put("authData", data);
        String client = RelyingParty.text(client("webauthn.create", invitation.challenge()));
        return new Passkeys.Made(name, client, RelyingParty.text(CBOR.writeValueAsBytes(object)));
    }

    PasskeySignature sign(Passkeys.Challenge challenge) throws Exception {
        byte[] client = client("webauthn.get", challenge.challenge());
        byte[] data = data(flags);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(data);
        signature.update(MessageDigest.getInstance("SHA-256").digest(client));
        return new PasskeySignature(
                id(), RelyingParty.text(client), RelyingParty.text(data), RelyingParty.text(signature.sign()), handle);
    }

    private byte[] client(String type, String challenge) throws JsonProcessingException {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("type", type);
        client.put("challenge", challenge);
        client.put("origin", origin);
        client.put("crossOrigin", false);
        return JSON.writeValueAsBytes(client);
    }

    private byte[] data(int asFlags) throws GeneralSecurityException {
        byte[] party = MessageDigest.getInstance("SHA-256").digest(relyingParty.getBytes(StandardCharsets.UTF_8));
        return join(
                party,
                new byte[] {(byte) asFlags},
                ByteBuffer.allocate(4).putInt(counter).array());
    }

    /** COSE: EC2, ES256, P-256. */
    private Map<Integer, Object> publicKey() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        Map<Integer, Object> cose = new LinkedHashMap<>();
        cose.put(1, 2);
        cose.put(3, -7);
        cose.put(-1, 1);
        cose.put(-2, BigIntegers.asUnsignedByteArray(32, key.getW().getAffineX()));
        cose.put(-3, BigIntegers.asUnsignedByteArray(32, key.getW().getAffineY()));
        return cose;
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
