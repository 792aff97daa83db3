package org.curbside.delivery.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.curbside.store.KeyFile;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps rows from naming a member, and addresses from lying open: under a key in a file, that is not in the database.
 *
 * <p>A member's number is one block of AES-256, which is a pseudorandom permutation: without the key nothing follows from it, and with the
 * key the number does, for whoever sends a digest has to ask what waits for that member. The other keys are made of the same by
 * HMAC-SHA-256. Whoever has the file and the database can join what this keeps apart.
 */
@Component(service = Keyring.class, configurationPid = "org.curbside.delivery")
public final class Keyring {

    private static final HexFormat HEX = HexFormat.of();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int BLOCK_BYTES = 16;
    private static final int VEIL_DIGITS = 2 * BLOCK_BYTES;
    private static final int MARK_DIGITS = 12;
    private static final String UNSUBSCRIBE = "unsubscribe";

    /** Shows that a block was opened by the key that closed it. */
    private static final long MEMBER = 0x43757262_4d656d62L;

    private final KeyFile file;
    private final SecureRandom random;

    /** The settings in {@code etc/org.curbside.delivery.cfg}. */
    public @interface Settings {

        /** The file that the key is in; empty for {@code delivery.key} in Karaf's {@code etc}. */
        String key() default "";
    }

    /** Makes the key if there is none. */
    @Activate
    public Keyring(BundleContext context, Settings settings) {
        this(file(context, settings.key().strip()), new SecureRandom());
    }

    Keyring(Path file, SecureRandom random) {
        this.file = new KeyFile(file, random);
        this.random = random;
        this.file.made();
    }

    private static Path file(BundleContext context, String set) {
        return set.isEmpty()
                ? Path.of(Objects.requireNonNullElse(context.getProperty("karaf.etc"), "etc"), "delivery.key")
                : Path.of(set);
    }

    /** What stands for a member. */
    String veil(long member) {
        byte[] block =
                ByteBuffer.allocate(BLOCK_BYTES).putLong(MEMBER).putLong(member).array();
        return HEX.formatHex(block(Cipher.ENCRYPT_MODE, block));
    }

    /** For whom that stands; empty if another key made it. */
    Optional<Long> member(String veiled) {
        ByteBuffer block = ByteBuffer.wrap(block(Cipher.DECRYPT_MODE, HEX.parseHex(veiled)));
        return block.getLong() == MEMBER ? Optional.of(block.getLong()) : Optional.empty();
    }

    private byte[] block(int mode, byte[] block) {
        try {
            Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(mode, key("member"));
            return aes.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has AES", e);
        }
    }

    /** Closes a text, which only {@link #open} with the same {@code of} opens. */
    String seal(String text, String of) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = gcm(Cipher.ENCRYPT_MODE, nonce, of).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has AES-GCM", e);
        }
    }

    /** What was sealed; empty if another key sealed it. */
    Optional<String> open(String sealed, String of) {
        byte[] kept = Base64.getUrlDecoder().decode(sealed);
        if (kept.length < NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            byte[] text = gcm(Cipher.DECRYPT_MODE, Arrays.copyOf(kept, NONCE_BYTES), of)
                    .doFinal(kept, NONCE_BYTES, kept.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException anotherKey) {
            return Optional.empty();
        }
    }

    private Cipher gcm(int mode, byte[] nonce, String of) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key("seal"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(of.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Stands for a text, in hexadecimal; the same for the same use and text. */
    String mac(String use, String text) {
        return HEX.formatHex(hmac(key(use), text));
    }

    /**
     * The end of the link that ends what goes to an address. It is another one in each mail and tells nothing, so that mails to two
     * addresses of one member have nothing in common, and nobody joins a mail with a row.
     */
    String token(String veiled, String address) {
        return seal(veiled + mark(address), UNSUBSCRIBE);
    }

    /** What is ended with that token; empty if it is none of ours. */
    Optional<Unsubscription> tokenOf(String token) {
        try {
            return open(token, UNSUBSCRIBE)
                    .map(text -> new Unsubscription(text.substring(0, VEIL_DIGITS), text.substring(VEIL_DIGITS)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Stands for an address in a link. */
    private String mark(String address) {
        return mac(UNSUBSCRIBE, address).substring(0, MARK_DIGITS);
    }

    /** Whose address it was, when the link was made. */
    final class Unsubscription {

        private final String member;
        private final String mark;

        private Unsubscription(String member, String mark) {
            this.member = member;
            this.mark = mark;
        }

        /** What stands for the member. */
        String member() {
            return member;
        }

        /** Whether it is about that address; a link that was sent to another one ends nothing any more. */
        boolean isFor(String address) {
            return mark.equals(mark(address));
        }
    }

    private SecretKeySpec key(String use) {
        return new SecretKeySpec(hmac(new SecretKeySpec(file.made().getEncoded(), "HmacSHA256"), use), "AES");
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HMAC-SHA-256", e);
        }
    }
}
