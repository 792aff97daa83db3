package org.curbside.itests;

import static org.curbside.itests.OperatorsDayIT.chromium;
import static org.curbside.itests.OperatorsDayIT.instance;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.Assume;
import org.junit.Test;

/** The browser's half of the blind signature, in the module that ships. */
public class BlindInABrowser {

    /** Blinds each vector with its own salt and factor, and finishes those whose salt is ours. */
    private static final String BLIND =
            """
            async vectors => {
              const {blind, block, finish, inverse, number} = await import('/static/blind.js');
              const hex = text => Uint8Array.from(text.replace(/^0x/, '').match(/../g) ?? [], byte => parseInt(byte, 16));
              const text = bytes => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
              const base64url = bytes => btoa(String.fromCharCode(...bytes))
                .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
              const wrong = [];
              for (const vector of JSON.parse(vectors)) {
                const modulus = number(hex(vector.n));
                const unblinding = number(hex(vector.inv));
                const jwk = {kty: 'RSA', n: base64url(hex(vector.n)), e: base64url(hex(vector.e))};
                const verifier = await crypto.subtle.importKey(
                  'jwk', jwk, {name: 'RSA-PSS', hash: 'SHA-384'}, true, ['verify']);
                const key = {verifier, modulus, exponent: number(hex(vector.e)), bits: 4096, length: 512};
                const message = hex(vector.input_msg);
                const salt = hex(vector.salt);
                const made = await blind(key, message, salt, inverse(unblinding, modulus));
                if (text(made.blinded) !== vector.blinded_msg || made.inverse !== unblinding) {
                  wrong.push(vector.name + ' is blinded in another way');
                }
                if (salt.length === 48) {
                  const signature = await finish(key, message, hex(vector.blind_sig), unblinding);
                  if (text(signature) !== vector.sig) {
                    wrong.push(vector.name + ' has another signature');
                  }
                }
              }
              return wrong;
            }
            """;

    private static final String WORDS =
            """
            async words => {
              const {fresh, memberKey, secretOf} = await import('/static/words.js');
              const drawn = await fresh();
              if (!await secretOf(drawn) || drawn.split(' ').length !== 9) {
                throw new Error('Fresh words are refused: ' + drawn);
              }
              const secret = await secretOf(words);
              return secret && (await memberKey(secret)).open;
            }
            """;

    /** 0, 1, 2 and so on up to 15 as words; the last word checks them. */
    private static final String FIFTEEN = "babad bamag bibaj bimal boban bomar bubat bumaz";

    /** The same secret by the JDK: HKDF (RFC 5869) for one block, and the key pair of that seed. */
    @Test
    public void recoveryWordsMakeTheKeyThatTheyMakeAnywhere() throws Exception {
        byte[] secret = new byte[16];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) i;
        }
        byte[] seed = hmac(hmac(new byte[32], secret), "curbside/member/v1\001".getBytes(StandardCharsets.UTF_8));
        Page page = chromium().visitor();
        page.navigate(instance().url() + "/verify");
        String open = page.evaluate(WORDS, FIFTEEN + " " + checkWord(secret)).toString();
        assertTrue(open, isPublicHalfOf(seed, Base64.getUrlDecoder().decode(open)));
        assertNull(page.evaluate(WORDS, FIFTEEN + " babab"));
        assertNull(page.evaluate(WORDS, FIFTEEN));
    }

    /** So that whoever doubts the scripts of an instance can compare them. */
    @Test
    public void whatIsServedIsWhatTheSourcesHold() throws Exception {
        Client anybody = Client.of(instance().url());
        int scripts = 0;
        try (DirectoryStream<Path> sources =
                Files.newDirectoryStream(Path.of("../../bundles/web/src/main/resources/static"), "*.js")) {
            for (Path source : sources) {
                String served = anybody.get("/static/" + source.getFileName()).body();
                assertEquals(source.toString(), Files.readString(source), served);
                scripts++;
            }
        }
        assertTrue("looked at " + scripts, scripts >= 6);
    }

    private static boolean isPublicHalfOf(byte[] seed, byte... open) throws Exception {
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initSign(keys.generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
        ed25519.update(open);
        byte[] signature = ed25519.sign();
        byte[] head = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] spki = ByteBuffer.allocate(head.length + open.length)
                .put(head)
                .put(open)
                .array();
        ed25519.initVerify(keys.generatePublic(new X509EncodedKeySpec(spki)));
        ed25519.update(open);
        return ed25519.verify(signature);
    }

    private static String checkWord(byte... secret) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update("curbside/words/v1\0".getBytes(StandardCharsets.UTF_8));
        byte[] digest = sha.digest(secret);
        return proquint(((digest[0] & 0xff) << 8) | (digest[1] & 0xff));
    }

    private static String proquint(int number) {
        String consonants = "bdfghjklmnprstvz";
        String vowels = "aiou";
        return "" + consonants.charAt(number >> 12) + vowels.charAt((number >> 10) & 3)
                + consonants.charAt((number >> 6) & 15) + vowels.charAt((number >> 4) & 3)
                + consonants.charAt(number & 15);
    }

    private static byte[] hmac(byte[] key, byte... text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    /** RFC 9474, appendix A. */
    @Test
    public void itBlindsAndFinishesAsInTheStandard() throws Exception {
        String name = "oracles/rfc/rfc9474.json";
        Optional<Path> vectors = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
        Assume.assumeTrue("Skipped: there is no ../shared/" + name, vectors.isPresent());
        Page page = chromium().visitor();
        page.navigate(instance().url() + "/verify");
        assertEquals(List.of(), page.evaluate(BLIND, Files.readString(vectors.get())));
    }
}
