package org.curbside.identity.internal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.curbside.api.credential.Credential;
import org.curbside.api.credential.IssuerKeys;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Secrets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs credentials. The private key stays here. */
@Component(service = {IssuerKeys.class, Issuer.class})
public final class Issuer implements IssuerKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final int SECRET_BYTES = 32;

    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final Seal seal;

    /** As the platform runs it. */
    @Activate
    public Issuer(@Reference Books books) {
        this(books, new SecureRandom());
    }

    Issuer(Books books, SecureRandom random) {
        Secrets secrets = new Secrets(books);
        seal = new Seal(secrets.get("seal", () -> {
            byte[] secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            return secret;
        }));
        try {
            KeyPair fresh = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            byte[] kept = secrets.get("issuer-private", () -> fresh.getPrivate().getEncoded());
            privateKey = keys.generatePrivate(new PKCS8EncodedKeySpec(kept));
            publicKey = keys.generatePublic(new X509EncodedKeySpec(
                    secrets.get("issuer-public", () -> fresh.getPublic().getEncoded())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }

    @Override
    public List<PublicKey> keys() {
        return List.of(publicKey);
    }

    Seal seal() {
        return seal;
    }

    /** The credential of a licence in an epoch; the same one every time. */
    Credential issue(String registry, String number, String specialty, LocalDate epoch) {
        String nonce = seal.nonce(registry, number, epoch.toString());
        try {
            Signature ed25519 = Signature.getInstance(ALGORITHM);
            ed25519.initSign(privateKey);
            ed25519.update(Credential.toSign(specialty, epoch, nonce));
            String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(ed25519.sign());
            return new Credential(specialty, epoch, nonce, signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key does not sign", e);
        }
    }
}
