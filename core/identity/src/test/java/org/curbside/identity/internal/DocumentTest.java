package org.curbside.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.curbside.api.identity.CaseFile;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.CaseStep;
import org.curbside.api.identity.CaseStep.Act;
import org.curbside.api.identity.CaseSummary;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.picture.Picture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A picture of a document is kept encrypted, looked at by two operators, and gone with what they decide. */
class DocumentTest extends AtTheDesk {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-04");
    private static final byte[] PHOTO = image(900, 600, "jpeg");

    private Desk desk;
    private Office office;

    @BeforeEach
    void open() {
        specialties.addCatalogue(List::of, Map.of());
        desk = deskAt(0);
        office = officeAt(0);
    }

    @Test
    void two_operators_agree_and_the_licence_is_shown_and_the_picture_gone() throws IOException {
        LicenceCase filed = file(0, 1, "", MEDICINE);
        assertThat(filed.document()).isTrue();
        LicenceCase sent = desk.document(filed.key(), PHOTO);
        assertThat(sent.document()).isFalse();
        assertThat(sent.sentence()).endsWith("Two people at the desk look at your document.");
        assertRefused("document-waits", () -> desk.document(filed.key(), PHOTO));
        assertThat(office.documents(0, 10).items())
                .extracting(CaseSummary::number)
                .containsExactly(1L);
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(office.document(1)));
        assertThat(seen.getWidth()).isEqualTo(900);

        assertRefused("reason-missing", () -> office.judge("anna", 1, true, ""));
        office.judge("anna", 1, true, "Name and number fit.");
        assertThat(office.file(1).document()).contains(new CaseFile.Document(TODAY, "anna"));
        assertRefused("second-operator", () -> office.judge("Anna", 1, true, "Once more."));
        assertThat(desk.find(filed.key()).state()).isEqualTo(CaseState.LETTER);
        officeAt(1).judge("bert", 1, true, "They do.");

        assertThat(desk.find(filed.key()).state()).isEqualTo(CaseState.PROVEN);
        assertThat(desk.issuer(filed.key()).group()).isEqualTo(MEDICINE);
        assertGone();
        assertThat(office.file(1).steps())
                .extracting(CaseStep::act)
                .containsExactly(Act.DOCUMENT_AGREED, Act.DOCUMENT_CONFIRMED);
        assertThat(office.file(1).evidence()).isPresent();
    }

    @Test
    void one_operator_can_decline_and_then_another_picture_can_be_sent_three_in_all() {
        LicenceCase filed = file(0, 1, "", MEDICINE);
        for (int i = 0; i < 3; i++) {
            desk.document(filed.key(), PHOTO);
            office.judge("anna", 1, true, "Looks right.");
            office.judge("anna", 1, false, "No, it is another person's.");
            assertGone();
        }
        assertThat(desk.find(filed.key()).document()).isFalse();
        assertRefused("documents-used-up", () -> desk.document(filed.key(), PHOTO));
        assertRefused("no-such-document", () -> office.judge("anna", 1, true, "Which?"));
        assertThat(desk.find(filed.key()).state()).isEqualTo(CaseState.LETTER);
    }

    @Test
    void whatever_else_ends_the_case_takes_the_picture_along() {
        LicenceCase first = file(0, 1, "", MEDICINE);
        desk.document(first.key(), PHOTO);
        desk.prove(first.key(), office.letters(0, 10).items().get(0).code());
        assertGone();
        assertRefused("no-document-expected", () -> desk.document(first.key(), PHOTO));

        LicenceCase second = file(0, 2, "", MEDICINE);
        desk.document(second.key(), PHOTO);
        office.close("anna", 2, "Key lost.");
        assertGone();

        LicenceCase third = file(0, 3, "", MEDICINE);
        desk.document(third.key(), PHOTO);
        assertThat(officeAt(30).documents(0, 10).items()).hasSize(1);
        assertThat(officeAt(31).documents(0, 10).items()).isEmpty();
        assertGone();
    }

    @Test
    void what_is_kept_shows_nothing_and_belongs_to_one_case() {
        LicenceCase filed = file(0, 1, "", MEDICINE);
        desk.document(filed.key(), image(2000, 1500, "jpeg"));
        byte[] kept = kept(1);
        assertThat(kept).hasSizeGreaterThan(1000);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");
        byte[] picture = office.document(1);
        assertThat(new String(picture, StandardCharsets.ISO_8859_1)).contains("JFIF");
        file(0, 2, "", MEDICINE);
        books.update("update case_document set case_id = 2");
        assertThatThrownBy(() -> office.document(2)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_large_picture_is_kept_in_parts() throws IOException {
        LicenceCase filed = file(0, 1, "", MEDICINE);
        desk.document(filed.key(), noise(2300, 2300));
        assertThat(parts()).isGreaterThan(1);
        assertThat(ImageIO.read(new ByteArrayInputStream(office.document(1))).getWidth())
                .isEqualTo(2300);
    }

    @Test
    void what_is_no_picture_or_too_large_is_refused_and_nothing_kept() {
        LicenceCase filed = file(0, 1, "", MEDICINE);
        byte[] broken = Arrays.copyOf(PHOTO, 200);
        for (byte[] wrong : List.of(
                new byte[0],
                "%PDF-1.7".getBytes(StandardCharsets.US_ASCII),
                "GIF89a".getBytes(StandardCharsets.US_ASCII),
                broken,
                image(100, 900, "png"))) {
            assertRefused("document-unreadable", () -> desk.document(filed.key(), wrong));
        }
        byte[] large = new byte[Picture.MOST_BYTES + 1];
        assertRefused("document-too-large", () -> desk.document(filed.key(), large));
        assertGone();
        assertThat(desk.find(filed.key()).document()).isTrue();
    }

    private void assertGone() {
        assertThat(parts()).isZero();
        assertThat(office.documents(0, 10).items()).isEmpty();
        assertRefused("no-such-document", () -> office.document(1));
    }

    private long parts() {
        return books.first(row -> row.getLong(1), "select count(*) from case_document")
                .orElseThrow();
    }

    private byte[] kept(long id) {
        return books.first(row -> row.getBytes(1), "select content from case_document where case_id = ?", id)
                .orElseThrow();
    }

    private static byte[] image(int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(0, 0, width, height);
        return written(image, format);
    }

    private static byte[] noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, random.nextInt(0x1000) * 0x111);
            }
        }
        return written(image, "jpeg");
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
