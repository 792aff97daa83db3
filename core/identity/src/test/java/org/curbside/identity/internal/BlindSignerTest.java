package org.curbside.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class BlindSignerTest {

    /** RFC 9474, appendix A. */
    @Test
    void it_signs_as_in_the_standard() throws Exception {
        String name = "oracles/rfc/rfc9474.json";
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
        Assumptions.assumeTrue(file.isPresent(), "Skipped: there is no ../shared/" + name);
        String[] vectors = Files.readString(file.orElseThrow()).split("\"name\": ", -1);
        assertThat(vectors).hasSize(5);
        for (String vector : Arrays.asList(vectors).subList(1, vectors.length)) {
            byte[] signature =
                    BlindSigner.sign(key(vector), bytes(vector, "blinded_msg")).orElseThrow();
            assertThat(signature).as(vector).isEqualTo(bytes(vector, "blind_sig"));
        }
    }

    @Test
    void what_is_not_below_the_modulus_is_not_signed() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        byte[] modulus = Arrays.copyOfRange(key.getModulus().toByteArray(), 1, 257);

        assertThat(BlindSigner.sign(key, modulus)).isEmpty();
        assertThat(BlindSigner.sign(key, new byte[255])).isEmpty();
        assertThat(BlindSigner.sign(key, new byte[257])).isEmpty();
        modulus[255]--;
        assertThat(BlindSigner.sign(key, modulus)).isPresent();
    }

    private static RSAPrivateCrtKey key(String vector) throws GeneralSecurityException {
        BigInteger p = number(vector, "p");
        BigInteger q = number(vector, "q");
        BigInteger d = number(vector, "d");
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateCrtKeySpec(
                        number(vector, "n"),
                        number(vector, "e"),
                        d,
                        p,
                        q,
                        d.mod(p.subtract(BigInteger.ONE)),
                        d.mod(q.subtract(BigInteger.ONE)),
                        q.modInverse(p)));
    }

    private static BigInteger number(String vector, String name) {
        return new BigInteger(1, bytes(vector, name));
    }

    private static byte[] bytes(String vector, String name) {
        Matcher value =
                Pattern.compile("\"" + name + "\": \"(?:0x)?([0-9a-f]*)\"").matcher(vector);
        assertThat(value.find()).as(name).isTrue();
        return HexFormat.of().parseHex(value.group(1));
    }
}
