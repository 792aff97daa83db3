package org.curbside.delivery.internal;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.curbside.delivery.internal.store.DeliveryStore;
import org.curbside.delivery.internal.store.PushKeyRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The keys that push services know this Curbside by (VAPID, RFC 8292). They are made when they are first needed, for all nodes. */
@Component(service = PushKeys.class)
public final class PushKeys {

    private static final String OF = "push";
    private static final int COORDINATE_BYTES = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final Duration TAKEN_FOR = Duration.ofHours(12);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final DeliveryStore store;
    private final Keyring keyring;
    private final SecureRandom random;

    /** As the platform runs it. */
    @Activate
    public PushKeys(@Reference DeliveryStore store, @Reference Keyring keyring) {
        this(store, keyring, new SecureRandom());
    }

    PushKeys(DeliveryStore store, Keyring keyring, SecureRandom random) {
        this.store = store;
        this.keyring = keyring;
        this.random = random;
    }

    /** What browsers subscribe with. */
    String publicKey() {
        return keys().publicKey();
    }

    /**
     * What a request to an endpoint carries in {@code Authorization}.
     *
     * @param subject whom a push service can ask, such as {@code mailto:news@curbside.example}; empty for nobody
     */
    String authorization(URI endpoint, String subject, Instant now) {
        PushKeyRow keys = keys();
        String claims = "{\"aud\":\"" + origin(endpoint) + "\",\"exp\":"
                + now.plus(TAKEN_FOR).getEpochSecond()
                + (subject.isEmpty() ? "" : ",\"sub\":\"" + subject + "\"") + "}";
        String signed = base64("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + "." + base64(claims);
        return "vapid t=" + signed + "." + BASE64.encodeToString(sign(keys, signed)) + ", k=" + keys.publicKey();
    }

    private static String origin(URI endpoint) {
        boolean usual = endpoint.getPort() == -1 || endpoint.getPort() == Endpoint.HTTPS;
        return "https://" + endpoint.getHost() + (usual ? "" : ":" + endpoint.getPort());
    }

    private static String base64(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] sign(PushKeyRow keys, String text) {
        String pkcs8 = keyring.open(keys.privateKey(), OF).orElseThrow();
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pkcs8))));
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has ECDSA on P-256", e);
        }
    }

    /** Those that were sealed under a key that is lost are replaced; browsers have to subscribe anew then. */
    private PushKeyRow keys() {
        PushKeyRow keys = store.pushKey(this::made);
        if (keyring.open(keys.privateKey(), OF).isPresent()) {
            return keys;
        }
        PushKeyRow others = made();
        store.replacePushKey(others);
        return others;
    }

    private PushKeyRow made() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            String pkcs8 = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            return new PushKeyRow(
                    BASE64.encodeToString(point((ECPublicKey) pair.getPublic())), keyring.seal(pkcs8, OF));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has P-256", e);
        }
    }

    private static byte[] point(ECPublicKey key) {
        byte[] point = new byte[1 + 2 * COORDINATE_BYTES];
        point[0] = UNCOMPRESSED;
        put(key.getW().getAffineX(), point, 1);
        put(key.getW().getAffineY(), point, 1 + COORDINATE_BYTES);
        return point;
    }

    /** Two's complement may have a zero before it, or lack some. */
    private static void put(BigInteger coordinate, byte[] point, int at) {
        byte[] bytes = coordinate.toByteArray();
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, point, at + COORDINATE_BYTES - length, length);
    }
}
