package org.curbside.membership.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.curbside.api.credential.Credential;
import org.curbside.api.credential.IssuerKey;

/** A licence desk that signs without blinding, which nobody can tell from the outcome. */
final class Desk {

    private static final KeyPair ANOTHER = pair();

    /** By group and epoch, for all desks: making one takes its time. */
    private static final Map<String, KeyPair> PAIRS = new ConcurrentHashMap<>();

    private final List<IssuerKey> directory = new ArrayList<>();
    private final Map<IssuerKey, KeyPair> pairs = new HashMap<>();

    List<IssuerKey> directory() {
        return List.copyOf(directory);
    }

    /** Shows a directory from now on that has the same keys, chained, but for the first. */
    void showAnother() {
        List<IssuerKey> before = directory();
        directory.clear();
        for (IssuerKey key : before) {
            boolean first = directory.isEmpty();
            directory.add(IssuerKey.after(
                    directory(),
                    key.group(),
                    key.epoch(),
                    first
                            ? ANOTHER.getPublic().getEncoded()
                            : Base64.getUrlDecoder().decode(key.spki())));
        }
    }

    /** A credential whose nonce and member are made of the seed. */
    String credential(String seed, String group, LocalDate epoch) {
        return credential(seed, seed, group, epoch);
    }

    String credential(String nonce, String member, String group, LocalDate epoch) {
        return credentialOf(nonce, thirtyTwo(member), group, epoch);
    }

    /** A credential for a member's real key. */
    String credentialOf(String nonce, String memberKey, String group, LocalDate epoch) {
        IssuerKey key = key(group, epoch);
        return signed(key, Objects.requireNonNull(pairs.get(key)), nonce, memberKey);
    }

    /** Names a key of the desk's and is signed with another. */
    String forged(String seed, String group, LocalDate epoch) {
        return signed(key(group, epoch), ANOTHER, seed, thirtyTwo(seed));
    }

    private IssuerKey key(String group, LocalDate epoch) {
        return directory.stream()
                .filter(key -> key.group().equals(group) && key.epoch().equals(epoch))
                .findFirst()
                .orElseGet(() -> {
                    KeyPair pair = PAIRS.computeIfAbsent(group + epoch, key -> pair());
                    IssuerKey made = IssuerKey.after(
                            directory(), group, epoch, pair.getPublic().getEncoded());
                    directory.add(made);
                    pairs.put(made, pair);
                    return made;
                });
    }

    private static String signed(IssuerKey key, KeyPair pair, String nonce, String memberKey) {
        Credential unsigned = new Credential(key.id(), thirtyTwo(nonce), memberKey, "");
        try {
            Signature pss = Signature.getInstance("RSASSA-PSS");
            pss.setParameter(new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1));
            pss.initSign(pair.getPrivate());
            pss.update(unsigned.message());
            return new Credential(key.id(), unsigned.nonce(), unsigned.memberKey(), text(pss.sign())).toText();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String thirtyTwo(String seed) {
        return text(Arrays.copyOf(seed.getBytes(StandardCharsets.UTF_8), 32));
    }

    static String text(byte... bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(IssuerKey.BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
