package org.curbside.membership.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.FactorStore;
import org.curbside.store.KeyFile;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Seals what is shared with authenticator apps: AES-256-GCM, bound to the account, under a key that is not in the database. So whoever
 * has the database alone has no second factor.
 */
@Component(service = Strongbox.class, configurationPid = "org.curbside.membership", immediate = true)
public final class Strongbox {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyFile file;
    private final FactorStore factors;
    private final Secrets secrets;

    /** The settings in {@code etc/org.curbside.membership.cfg}. */
    public @interface Settings {

        /** The file that the key is in; empty for {@code authenticator.key} in Karaf's {@code etc}. */
        String authenticator_key() default "";
    }

    /** As the platform runs it. */
    @Activate
    public Strongbox(BundleContext context, Settings settings, @Reference FactorStore factors) {
        this(file(context, settings.authenticator_key().strip()), factors, new SecureRandom());
    }

    /** Seals what was kept open before there was a key. */
    Strongbox(Path file, FactorStore factors, SecureRandom random) {
        this.secrets = new Secrets(random);
        this.file = new KeyFile(file, random);
        this.factors = factors;
        if (!isLost()) {
            factors.sealWhatLiesOpen(this::seal);
        }
    }

    /** A key that is lost is not replaced: once it is put back, what was sealed under another would be lost. */
    private boolean isLost() {
        return file.found().isEmpty() && factors.hasSealed();
    }

    private static Path file(BundleContext context, String set) {
        return set.isEmpty()
                ? Path.of(Objects.requireNonNullElse(context.getProperty("karaf.etc"), "etc"), "authenticator.key")
                : Path.of(set);
    }

    /** The secret of an account as it is kept. */
    String seal(long account, String secret) {
        if (isLost()) {
            throw unreadable();
        }
        byte[] nonce = secrets.bytes(NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, file.made(), account, nonce);
            byte[] sealed = cipher.doFinal(secret.getBytes(StandardCharsets.US_ASCII));
            byte[] kept = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, kept, NONCE_BYTES, sealed.length);
            return FactorStore.SEALED + Base64.getUrlEncoder().withoutPadding().encodeToString(kept);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has AES-GCM", e);
        }
    }

    /** The secret of an account; one that a node without a key has kept meanwhile lies open until the next start. */
    String open(long account, String kept) {
        if (!kept.startsWith(FactorStore.SEALED)) {
            return kept;
        }
        byte[] sealed = Base64.getUrlDecoder().decode(kept.substring(FactorStore.SEALED.length()));
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        SecretKey key = file.found().orElseThrow(Strongbox::unreadable);
        try {
            byte[] secret = cipher(Cipher.DECRYPT_MODE, key, account, nonce)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return new String(secret, StandardCharsets.US_ASCII);
        } catch (AEADBadTagException e) {
            throw unreadable();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, long account, byte... nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("authenticator|" + account).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static Refusal unreadable() {
        return Refusal.conflict(
                "authenticator-unreadable",
                "Use a recovery code or a passkey, and tell the operator of this instance to put etc/authenticator.key back from"
                        + " the backup: without it, no app's codes can be looked at.");
    }
}
