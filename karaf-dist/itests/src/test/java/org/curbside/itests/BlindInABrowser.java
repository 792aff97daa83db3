package org.curbside.itests;

import static org.curbside.itests.OperatorsDayIT.chromium;
import static org.curbside.itests.OperatorsDayIT.instance;
import static org.junit.Assert.assertEquals;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
