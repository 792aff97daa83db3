package org.curbside.api.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class BlindingTest {

    private static final LocalDate EPOCH = LocalDate.of(2026, 3, 2);

    @Test
    void the_desk_signs_without_seeing_and_the_outcome_is_an_ordinary_signature() throws GeneralSecurityException {
        KeyPair desk = pair("RSA");
        KeyPair member = pair("Ed25519");
        IssuerKey key =
                IssuerKey.after(List.of(), "207R00000X", EPOCH, desk.getPublic().getEncoded());
        Blinding blinding = Blinding.of(key, member.getPublic(), new SecureRandom());
        Credential credential = blinding.finish(sign(desk, blinding.blinded()));

        assertThat(credential.keyId()).isEqualTo(key.id());
        assertThat(credential.isSignedWith(key)).isTrue();
        assertThat(Credential.parse(credential.toText())).contains(credential);
        assertThat(blinding.blinded()).isNotEqualTo(credential.signature());
        IssuerKey later = IssuerKey.after(
                List.of(key), "207R00000X", EPOCH, pair("RSA").getPublic().getEncoded());
        assertThat(credential.isSignedWith(later)).isFalse();
    }

    @Test
    void what_is_no_signature_is_not_taken_for_one() throws GeneralSecurityException {
        KeyPair desk = pair("RSA");
        IssuerKey key =
                IssuerKey.after(List.of(), "207R00000X", EPOCH, desk.getPublic().getEncoded());
        Blinding blinding = Blinding.of(key, pair("Ed25519").getPublic(), new SecureRandom());
        String other = sign(pair("RSA"), blinding.blinded());

        assertThatThrownBy(() -> blinding.finish(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blinding.finish("AAAA")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blinding.finish("#")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_directory_that_was_changed_or_has_a_key_for_somebody_is_not_sound() throws GeneralSecurityException {
        List<IssuerKey> directory = new ArrayList<>();
        for (String group : List.of("207R00000X", "208600000X", "2084N0400X")) {
            directory.add(IssuerKey.after(
                    directory, group, EPOCH, pair("RSA").getPublic().getEncoded()));
        }
        assertThat(IssuerKey.isSound(directory)).isTrue();
        assertThat(IssuerKey.isSound(directory.subList(0, 2))).isTrue();
        assertThat(IssuerKey.isSound(directory.subList(1, 3))).isFalse();
        List<IssuerKey> marking = new ArrayList<>(directory);
        marking.add(IssuerKey.after(
                directory, "207R00000X", EPOCH, pair("RSA").getPublic().getEncoded()));
        assertThat(IssuerKey.isSound(marking)).isFalse();
        IssuerKey second = directory.get(1);
        directory.set(1, new IssuerKey("208000000X", second.epoch(), second.spki(), second.chain()));
        assertThat(IssuerKey.isSound(directory)).isFalse();
    }

    /** RFC 9474, appendix A: the variants that salt. */
    @Test
    void it_blinds_and_unblinds_as_in_the_standard() throws Exception {
        int seen = 0;
        for (Map<String, String> vector : vectors()) {
            BigInteger modulus = new BigInteger(value(vector, "n"), 16);
            RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, new BigInteger(value(vector, "e"), 16)));
            byte[] salt = bytes(value(vector, "salt"));
            BigInteger inverse = new BigInteger(value(vector, "inv"), 16);
            byte[] message = bytes(value(vector, "input_msg"));

            Blinding.Blinded blinded = Blinding.blind(key, message, salt, inverse.modInverse(modulus));

            assertThat(hex(Credential.bytes(blinded.message())))
                    .as("%s", value(vector, "name"))
                    .isEqualTo(value(vector, "blinded_msg"));
            assertThat(blinded.inverse()).isEqualTo(inverse);
            assertThat(hex(Blinding.unblind(modulus, bytes(value(vector, "blind_sig")), inverse)))
                    .isEqualTo(value(vector, "sig"));
            seen++;
        }
        assertThat(seen).isEqualTo(4);
    }

    private static String sign(KeyPair desk, String blinded) {
        RSAPrivateKey secret = (RSAPrivateKey) desk.getPrivate();
        BigInteger message = new BigInteger(1, Credential.bytes(blinded));
        byte[] signature = message.modPow(secret.getPrivateExponent(), secret.getModulus())
                .add(BigInteger.ONE.shiftLeft(IssuerKey.BITS))
                .toByteArray();
        return Credential.text(Arrays.copyOfRange(signature, 1, signature.length));
    }

    private static KeyPair pair(String algorithm) throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    }

    private static List<Map<String, String>> vectors() throws IOException {
        String name = "oracles/rfc/rfc9474.json";
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
        Assumptions.assumeTrue(file.isPresent(), "Skipped: there is no ../shared/" + name);
        List<Map<String, String>> vectors = new ArrayList<>();
        Matcher field =
                Pattern.compile("\"(\\w+)\": \"(?:0x)?([^\"]*)\"").matcher(Files.readString(file.orElseThrow()));
        while (field.find()) {
            if (field.group(1).equals("name")) {
                vectors.add(new LinkedHashMap<>());
            }
            vectors.get(vectors.size() - 1).put(field.group(1), field.group(2));
        }
        return vectors;
    }

    private static String value(Map<String, String> vector, String name) {
        return Objects.requireNonNull(vector.get(name), name);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
