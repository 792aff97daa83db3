package org.curbside.identity.internal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.curbside.api.credential.Credential;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.credential.IssuerKeys;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.KeyBook;
import org.curbside.identity.internal.store.Secrets;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Signs credentials without seeing them. There is a key for each specialty and epoch, used for nothing else; the private halves
 * stay here until their epoch is over.
 */
@Component(service = {IssuerKeys.class, Issuer.class})
public final class Issuer implements IssuerKeys {

    private static final String RSA = "RSA";
    private static final int SECRET_BYTES = 32;

    private final KeyBook keys;
    private final Seal seal;
    private @Nullable LocalDate forgotten;
    private final ExecutorService ahead = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "curbside-issuer");
        thread.setDaemon(true);
        return thread;
    });

    /** As the platform runs it. */
    @Activate
    public Issuer(@Reference Books books) {
        this(books, new SecureRandom());
    }

    Issuer(Books books, SecureRandom random) {
        keys = new KeyBook(books);
        seal = new Seal(new Secrets(books).get("seal", () -> {
            byte[] secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            return secret;
        }));
    }

    @Deactivate
    void close() {
        ahead.shutdownNow();
    }

    @Override
    public List<IssuerKey> directory() {
        return keys.directory();
    }

    Seal seal() {
        return seal;
    }

    /** The key of a group in an epoch, made now if it was not made ahead; then the next epoch's is. */
    IssuerKey key(String group, LocalDate epoch) {
        forgetBefore(epoch);
        IssuerKey key = found(group, epoch);
        ahead.execute(() -> found(group, epoch.plusDays(Credential.EPOCH_DAYS)));
        return key;
    }

    private IssuerKey found(String group, LocalDate epoch) {
        return keys.find(group, epoch).orElseGet(() -> make(group, epoch));
    }

    /** Once in an epoch, and after each start. */
    private synchronized void forgetBefore(LocalDate epoch) {
        if (!epoch.equals(forgotten)) {
            keys.forgetBefore(epoch);
            forgotten = epoch;
        }
    }

    private IssuerKey make(String group, LocalDate epoch) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(RSA);
            generator.initialize(IssuerKey.BITS);
            KeyPair pair = generator.generateKeyPair();
            synchronized (this) {
                keys.add(
                        group,
                        epoch,
                        pair.getPublic().getEncoded(),
                        pair.getPrivate().getEncoded());
            }
            return keys.find(group, epoch).orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has RSA", e);
        }
    }

    /**
     * Signs blindly, once for a licence and epoch; the same again as often as it is asked for.
     *
     * @param blinded base64url
     * @return base64url
     */
    synchronized String sign(String registry, String number, IssuerKey key, String blinded) {
        byte[] signature = BlindSigner.sign(secret(key), bytes(blinded)).orElseThrow(Issuer::unreadable);
        String ledger = seal.ledger(registry, number, key.epoch().toString());
        if (!keys.note(ledger, Seal.digest(blinded), key.epoch())) {
            LocalDate next = key.epoch().plusDays(Credential.EPOCH_DAYS);
            throw Refusal.conflict(
                    "credential-issued",
                    "This licence has its credential already, for another request. Finish with the browser or the program"
                            + " that asked for it, or come back on " + next + " for the next.");
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private RSAPrivateCrtKey secret(IssuerKey key) {
        byte[] encoded = keys.secret(key)
                .orElseThrow(() -> new IllegalStateException("The private half of " + key.id() + " is gone"));
        try {
            return (RSAPrivateCrtKey) KeyFactory.getInstance(RSA).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key of the desk's cannot be read", e);
        }
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static Refusal unreadable() {
        return Refusal.invalid(
                "blinded-message",
                "blinded",
                "Send the blinded message in base64url: " + IssuerKey.BITS / Byte.SIZE
                        + " bytes, as a number below the key's modulus.");
    }
}
