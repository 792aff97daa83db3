package org.curbside.guard.internal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.curbside.api.guard.Finding;
import org.curbside.api.guard.Offer;
import org.curbside.api.guard.Receipts;
import org.curbside.api.guard.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptsTest {

    private static final Verdict VERDICT = new Verdict(
            "p\u00f6ll.jar",
            "ab".repeat(32),
            Optional.of("partner.poll"),
            Optional.of("1.2.0"),
            Optional.empty(),
            List.of(new Offer("poll.PollType", "fine", OptionalInt.of(3))),
            List.of(Finding.passed("copied", "It is \"all\" there.")));

    private final Path key;
    private final SmallHouse house;

    ReceiptsTest(@TempDir Path folder) throws Exception {
        key = folder.resolve("receipt.key");
        house = new SmallHouse(folder);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void a_receipt_says_what_was_found_in_which_bytes_when_and_where() throws Exception {
        JsonNode receipt = new ObjectMapper().readTree(receipts().of(VERDICT)).get("receipt");

        assertThat(receipt.get("file").textValue()).isEqualTo("p\u00f6ll.jar");
        assertThat(receipt.get("sha256").textValue()).isEqualTo(VERDICT.sha256());
        assertThat(receipt.get("admitted").booleanValue()).isTrue();
        assertThat(receipt.get("offers").get(0).get("schema").intValue()).isEqualTo(3);
        assertThat(receipt.get("findings").get(0).get("check").textValue()).isEqualTo("copied");
        assertThat(receipt.get("spi").get("org.curbside.spi.poll").textValue()).isEqualTo("1.0.0");
        assertThat(receipt.get("time").textValue()).isEqualTo("2026-11-25T12:00:00Z");
        assertThat(receipt.get("signer").isNull()).isTrue();
    }

    @Test
    void whoever_has_the_public_key_can_check_it_and_a_changed_one_does_not_pass() throws Exception {
        String line = receipts().of(VERDICT);
        String text = line.substring("{\"receipt\":".length(), line.indexOf(",\"signature\":"));
        String signature = line.substring(line.indexOf(",\"signature\":") + 14, line.length() - 2);

        assertThat(verifies(text, signature)).isTrue();
        assertThat(verifies(text.replace("true", "false"), signature)).isFalse();
    }

    @Test
    void the_key_is_made_once_and_its_owner_alone_can_read_it() throws Exception {
        String first = receipts().publicKey();

        assertThat(receipts().publicKey()).isEqualTo(first).startsWith("-----BEGIN PUBLIC KEY-----\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(first).doesNotContain("PRIVATE");
    }

    private boolean verifies(String text, String signature) throws Exception {
        String encoded = receipts().publicKey().replaceAll("-----[A-Z ]+-----|\n", "");
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded))));
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }

    private Receipts receipts() {
        Clock noon = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
        return new SignedReceipts(house.here(), new InstanceKey(key, new SecureRandom()), noon);
    }
}
