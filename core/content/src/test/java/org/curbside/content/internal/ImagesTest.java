package org.curbside.content.internal;

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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.content.Image;
import org.curbside.api.content.NewConclusion;
import org.curbside.api.content.NewImage;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.Question;
import org.curbside.api.event.Event;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Act;
import org.curbside.api.picture.Picture;
import org.curbside.api.refusal.Refusal;
import org.curbside.content.internal.store.ChannelStore;
import org.curbside.content.internal.store.DiscussionStore;
import org.curbside.content.internal.store.ImageStore;
import org.curbside.content.internal.store.PostStore;
import org.curbside.content.internal.store.QuestionStore;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.specialty.Specialty;
import org.curbside.testkit.jpa.LocalJpa;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures in questions: as they were drawn anew, with what they show, for as long as the question is shown. */
class ImagesTest {

    private static final String MEDICINE = "207R00000X";
    private static final Member WREN = new Member(1, "wren", MEDICINE);
    private static final Member OWL = new Member(2, "owl", MEDICINE);
    private static final byte[] STRIP = strip(320, 80);
    private static final String SHOWN = "Lead II, irregular, no P waves";

    private final List<Event> events = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private LocalJpa jpa;
    private QuestionDesk desk;
    private ImageDesk images;
    private Postings posts;
    private ChannelList channels;

    @BeforeEach
    void open() {
        jpa = Schema.open();
        Clock clock = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
        Screens screens = new Screens();
        screens.addScreening(text -> text.contains("Jane Doe")
                ? List.of(new Concern(
                        text.indexOf("Jane Doe"),
                        text.indexOf("Jane Doe") + 8,
                        "name",
                        Concern.Severity.BLOCK,
                        "Take out the name."))
                : List.of());
        channels = new ChannelList(new ChannelStore(jpa));
        channels.addCatalogue(
                () -> List.of(new Specialty(
                        MEDICINE, "Internal Medicine", Set.of(MEDICINE), List.of(), List.of(), List.of())),
                Map.of());
        WritingGate gate = new WritingGate((member, act) -> acts.add(act), () -> {});
        desk = new QuestionDesk(
                new QuestionStore(jpa, (em, event) -> events.add(event)),
                channels,
                screens,
                gate,
                poll -> 77,
                clock,
                () -> {});
        images = new ImageDesk(new ImageStore(jpa), channels, screens, gate);
        posts = new Postings(new PostStore(jpa, (em, event) -> {}), channels, clock);
    }

    @Test
    void a_question_is_asked_with_pictures_and_shows_them_everywhere() throws IOException {
        Question asked = ask(image(STRIP, SHOWN), image(strip(400, 300), " A rash on a forearm "));
        assertThat(asked.images())
                .containsExactly(
                        new Image(asked.id(), 1, SHOWN, 320, 80),
                        new Image(asked.id(), 2, "A rash on a forearm", 400, 300));
        ask();
        assertThat(found(asked).images()).isEqualTo(asked.images());
        assertThat(desk.latest(Optional.empty(), Long.MAX_VALUE, 20).items())
                .extracting(question -> question.images().size())
                .containsExactly(0, 2);
        assertThat(desk.waiting(OWL))
                .extracting(waiting -> waiting.question().images().size())
                .containsExactly(2, 0);
        assertThat(new DiscussionStore(jpa)
                        .of(List.of(asked.id()), channels::name)
                        .get(0)
                        .question()
                        .images())
                .hasSize(2);

        Picture strip = images.find(asked.id(), 1).orElseThrow();
        assertThat(strip.mediaType()).isEqualTo(Picture.PNG);
        assertThat(ImageIO.read(new ByteArrayInputStream(strip.bytes())).getWidth())
                .isEqualTo(320);
        assertThat(images.find(asked.id(), 3)).isEmpty();
        assertThat(images.find(asked.id() + 1_000, 1)).isEmpty();
        assertThat(images.all(asked.id() + 1_000)).isEmpty();
    }

    @Test
    void what_hides_in_the_file_is_not_kept() {
        byte[] hiding = Arrays.copyOf(STRIP, STRIP.length + 8);
        System.arraycopy("Jane Doe".getBytes(StandardCharsets.US_ASCII), 0, hiding, STRIP.length, 8);
        Question asked = ask(image(hiding, SHOWN));
        assertThat(new String(images.find(asked.id(), 1).orElseThrow().bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Jane");
    }

    @Test
    void a_large_picture_is_kept_in_parts_and_comes_back_whole() throws IOException {
        BufferedImage noise = new BufferedImage(1_500, 1_500, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int at = 0; at < 1_500 * 1_500; at++) {
            noise.setRGB(at % 1_500, at / 1_500, random.nextInt(0x1000) * 0x111);
        }
        Question asked = ask(image(written(noise, "jpeg"), "Much noise"));
        assertThat(parts()).isGreaterThan(1);
        Picture kept = images.find(asked.id(), 1).orElseThrow();
        assertThat(kept.mediaType()).isEqualTo(Picture.JPEG);
        assertThat(ImageIO.read(new ByteArrayInputStream(kept.bytes())).getHeight())
                .isEqualTo(1_500);
    }

    @Test
    void the_author_adds_and_removes_and_no_number_is_given_twice() {
        Question asked = ask(image(STRIP, SHOWN));
        Question added = images.add(WREN, asked.id(), image(STRIP, "The same a day later"), false);
        assertThat(added.images()).extracting(Image::number).containsExactly(1, 2);
        assertThat(added.version()).isGreaterThan(asked.version());
        assertThat(images.remove(WREN, asked.id(), 2).images())
                .extracting(Image::number)
                .containsExactly(1);
        assertThat(images.find(asked.id(), 2)).isEmpty();
        assertThat(parts()).isEqualTo(1);
        assertThat(images.add(WREN, asked.id(), image(STRIP, "The same again"), false)
                        .images())
                .extracting(Image::number)
                .containsExactly(1, 3);
        assertThat(acts).containsExactly(Act.ASK, Act.ANSWER, Act.ANSWER, Act.ANSWER);
        images.remove(WREN, asked.id(), 1);
        images.remove(WREN, asked.id(), 3);
        assertThat(found(asked).images()).isEmpty();
        assertThat(parts()).isZero();
    }

    @Test
    void nobody_else_does_nor_on_what_is_closed() {
        Question asked = ask(image(STRIP, SHOWN));
        assertRefused("not-the-author", null, () -> images.add(OWL, asked.id(), image(STRIP, SHOWN), false));
        assertRefused("not-the-author", null, () -> images.remove(OWL, asked.id(), 1));
        assertRefused("no-such-image", null, () -> images.remove(WREN, asked.id(), 2));
        assertRefused("no-such-question", null, () -> images.remove(WREN, asked.id() + 1_000, 1));
        assertRefused("no-such-question", null, () -> images.add(WREN, asked.id() + 1_000, image(STRIP, SHOWN), false));
        desk.conclude(WREN, asked.id(), new NewConclusion("Rate control did it.", null, true));
        assertRefused("question-closed", null, () -> images.add(WREN, asked.id(), image(STRIP, SHOWN), false));
        assertRefused("question-closed", null, () -> images.remove(WREN, asked.id(), 1));
        assertThat(images.find(asked.id(), 1)).isPresent();
    }

    @Test
    void there_are_three_at_most_and_they_are_not_changed_without_end() {
        NewImage strip = image(STRIP, SHOWN);
        assertRefused("too-many-images", "images", () -> ask(strip, strip, strip, strip));
        Question asked = ask(strip, strip, strip);
        assertRefused("too-many-images", null, () -> images.add(WREN, asked.id(), strip, false));
        for (int number = 4; number <= 20; number++) {
            images.remove(WREN, asked.id(), number - 1);
            images.add(WREN, asked.id(), strip, false);
        }
        images.remove(WREN, asked.id(), 20);
        assertRefused("images-changed-too-often", null, () -> images.add(WREN, asked.id(), strip, false));
    }

    @Test
    void a_hidden_question_shows_none_and_a_restored_one_does_again() {
        Question asked = ask(image(STRIP, SHOWN));
        posts.hide(PostKind.QUESTION, asked.id(), "could identify a patient");
        assertThat(found(asked).images()).isEmpty();
        assertThat(images.find(asked.id(), 1)).isEmpty();
        assertRefused("post-hidden", null, () -> images.add(WREN, asked.id(), image(STRIP, SHOWN), false));
        assertRefused("post-hidden", null, () -> images.remove(WREN, asked.id(), 1));
        assertThat(images.all(asked.id())).hasSize(1);
        assertThat(images.findAlsoHidden(asked.id(), 1)).isPresent();
        posts.restore(PostKind.QUESTION, asked.id());
        assertThat(found(asked).images()).hasSize(1);
        assertThat(images.find(asked.id(), 1)).isPresent();
    }

    @Test
    void what_a_picture_shows_is_said_and_screened_and_its_author_vouches_for_it() {
        assertRefused("image-description-length", "alt1", () -> ask(image(STRIP, " ECG ")));
        assertRefused("image-description-length", "alt2", () -> ask(image(STRIP, SHOWN), image(STRIP, null)));
        assertRefused("could-identify", "alt1", () -> ask(image(STRIP, "The hand of Jane Doe")));
        assertRefused("image-not-confirmed", "unrecognisable", () -> ask(new NewImage(STRIP, SHOWN, false)));
        assertRefused("image-missing", "image1", () -> ask(image(null, SHOWN)));
        assertRefused("image-unreadable", "image2", () -> ask(image(STRIP, SHOWN), image(new byte[9], SHOWN)));
        assertThat(events).isEmpty();
        assertThat(acts).isEmpty();
        assertThat(desk.latest(Optional.empty(), Long.MAX_VALUE, 20).items()).isEmpty();
        assertThat(parts()).isZero();

        long asked = ask().id();
        assertRefused("image-description-length", "alt", () -> images.add(WREN, asked, image(STRIP, ""), false));
        assertRefused("could-identify", "alt", () -> images.add(WREN, asked, image(STRIP, "As Jane Doe"), true));
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII);
        assertRefused("image-unreadable", "image", () -> images.add(WREN, asked, image(svg, SHOWN), false));
        byte[] large = Arrays.copyOf(STRIP, Picture.MOST_BYTES + 1);
        assertRefused("image-too-large", "image", () -> images.add(WREN, asked, image(large, SHOWN), false));
        assertThat(images.all(asked)).isEmpty();
    }

    private Question ask(NewImage... sent) {
        return desk.ask(
                WREN,
                new NewQuestion(
                        MEDICINE,
                        "Is this atrial flutter?",
                        "Palpitations since this morning, otherwise well.",
                        List.of("rhythm"),
                        null,
                        List.of(sent),
                        false));
    }

    private Question found(Question question) {
        return desk.find(question.id()).orElseThrow();
    }

    private long parts() {
        return jpa.txExpr(em -> ((Number)
                        em.createNativeQuery("select count(*) from image_part").getSingleResult())
                .longValue());
    }

    private static NewImage image(byte @Nullable [] bytes, @Nullable String alt) {
        return new NewImage(bytes, alt, true);
    }

    private static byte[] strip(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.PINK);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.drawLine(0, height / 2, width, height / 2);
        return written(image, "png");
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

    private static void assertRefused(String name, @Nullable String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.name()).isEqualTo(name);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }
}
