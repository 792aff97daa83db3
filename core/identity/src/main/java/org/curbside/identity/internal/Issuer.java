package org.curbside.identity.internal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.curbside.api.credential.Credential;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.credential.IssuerKeys;
import org.curbside.api.identity.Crowd;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.KeyBook;
import org.curbside.identity.internal.store.Secrets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Signs credentials without seeing them. There is a key for each group of physicians and epoch, used for nothing else, and made
 * before anybody needs it: one that is made when somebody comes would say that somebody came. The private halves stay here
 * until their epoch is over.
 */
@Component(
        service = {IssuerKeys.class, Issuer.class},
        configurationPid = "org.curbside.identity")
public final class Issuer implements IssuerKeys {

    private static final String RSA = "RSA";
    private static final int SECRET_BYTES = 32;
    private static final int SECONDS_BETWEEN = 10;

    private final KeyBook keys;
    private final Seal seal;
    private final Groups groups;

    /** For what all keys are made; only the thread that looks ahead knows. */
    private List<Object> prepared = List.of();

    private final ScheduledExecutorService ahead = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "curbside-issuer");
        thread.setDaemon(true);
        return thread;
    });

    /** The settings in {@code etc/org.curbside.identity.cfg}. */
    public @interface Settings {

        /** How many physicians the registry has to list in a specialty for credentials to name it. */
        int smallest_group() default 50;
    }

    /** As the platform runs it. */
    @Activate
    public Issuer(@Reference Books books, @Reference Specialties specialties, Settings settings) {
        this(books, new Groups(books, specialties, settings.smallest_group()), new SecureRandom());
        Clock clock = Clock.systemUTC();
        var unused = ahead.scheduleWithFixedDelay(() -> lookAhead(clock), 1, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    Issuer(Books books, Groups groups, SecureRandom random) {
        this.groups = groups;
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

    /** The key for a licence in an epoch: the one that signed for it, or else its group's, made now if it was not made ahead. */
    IssuerKey key(String registry, String number, String specialty, LocalDate epoch) {
        Optional<IssuerKey> used = keys.issuedWith(seal.ledger(registry, number, epoch.toString()))
                .flatMap(id ->
                        directory().stream().filter(key -> key.id().equals(id)).findFirst());
        return used.orElseGet(() -> found(groups.of(specialty), epoch));
    }

    /** Among how many the holder of a credential with that key is. */
    Crowd crowd(IssuerKey key) {
        return Crowd.of(groups.eligible(key.group()), keys.issued(key.id()));
    }

    private void lookAhead(Clock clock) {
        try {
            LocalDate epoch = Credential.epochOf(LocalDate.ofInstant(clock.instant(), clock.getZone()));
            List<Object> state = List.of(epoch, groups.state());
            if (!state.equals(prepared)) {
                prepare(epoch);
                prepared = state;
            }
        } catch (RuntimeException notNow) {
            // No catalogue is there, or no database; this is tried again in a moment.
        }
    }

    /** Forgets what can sign for an earlier epoch, and makes every key of this epoch and the next. */
    void prepare(LocalDate epoch) {
        keys.forgetBefore(epoch);
        for (String group : groups.all()) {
            found(group, epoch);
            found(group, epoch.plusDays(Credential.EPOCH_DAYS));
        }
    }

    private IssuerKey found(String group, LocalDate epoch) {
        return keys.find(group, epoch).orElseGet(() -> make(group, epoch));
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
        if (!keys.note(ledger, Seal.digest(blinded), key)) {
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
