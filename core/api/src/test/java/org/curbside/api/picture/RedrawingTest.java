package org.curbside.api.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.curbside.api.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a picture nothing is left but what there is to see. */
class RedrawingTest {

    private static final Redrawing REDRAWING = new Redrawing("image", "image2", 32);
    private static final String PLACE = "GPSLatitude 52.3676";

    @Test
    void what_a_photograph_says_beside_the_picture_is_gone() {
        byte[] told = with(jpeg(corner(300, 200)), exif(6, PLACE), segment(0xfe, "Taken at St. Elsewhere"));
        assertThat(text(told)).contains(PLACE, "St. Elsewhere");
        byte[] behind = Arrays.copyOf(told, told.length + 30);
        System.arraycopy("<script>hidden</script>".getBytes(StandardCharsets.US_ASCII), 0, behind, told.length, 23);

        Picture drawn = REDRAWING.inItsKind(behind);

        assertThat(drawn.mediaType()).isEqualTo(Picture.JPEG);
        assertThat(text(drawn.bytes())).doesNotContain("Exif", "GPS", "Elsewhere", "hidden");
    }

    @Test
    void what_a_chart_says_beside_the_picture_is_gone() {
        byte[] png = png(corner(300, 200));
        byte[] told = inserted(png, 33, chunk("tEXt", "Author\0Jane Doe"), chunk("eXIf", PLACE));
        byte[] behind = Arrays.copyOf(told, told.length + 7);
        System.arraycopy("PK\3\4zip".getBytes(StandardCharsets.US_ASCII), 0, behind, told.length, 7);
        assertThat(text(behind)).contains("Jane Doe", PLACE, "zip");

        Picture drawn = REDRAWING.inItsKind(behind);

        assertThat(drawn.mediaType()).isEqualTo(Picture.PNG);
        assertThat(text(drawn.bytes())).doesNotContain("Jane", "tEXt", "GPS", "zip");
        assertThat(decoded(drawn).getRGB(10, 10)).isEqualTo(Color.RED.getRGB());
    }

    /** A red corner at the top left of what the camera saw, and where it is when the picture stands upright. */
    @ParameterizedTest
    @CsvSource({
        "1, 300, 200, 30, 30",
        "2, 300, 200, 270, 30",
        "3, 300, 200, 270, 170",
        "4, 300, 200, 30, 170",
        "5, 200, 300, 30, 30",
        "6, 200, 300, 170, 30",
        "7, 200, 300, 170, 270",
        "8, 200, 300, 30, 270",
        "9, 300, 200, 30, 30"
    })
    void a_photograph_does_not_lie_on_its_side(int orientation, int width, int height, int x, int y) {
        Picture drawn = REDRAWING.inItsKind(with(jpeg(corner(300, 200)), exif(orientation, "")));

        BufferedImage seen = decoded(drawn);
        assertThat(drawn.width()).isEqualTo(seen.getWidth()).isEqualTo(width);
        assertThat(drawn.height()).isEqualTo(seen.getHeight()).isEqualTo(height);
        assertThat(isRed(seen, x, y)).isTrue();
        assertThat(isRed(seen, width - x, height - y)).isFalse();
    }

    @Test
    void what_is_told_of_the_camera_in_no_sensible_way_turns_nothing() {
        byte[] photograph = jpeg(corner(300, 200));
        byte[] whole = exif(6, "");
        for (int length = 4; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            ByteBuffer.wrap(cut).putShort(2, (short) (length - 2));
            assertThat(REDRAWING.inItsKind(with(photograph, cut)).width()).isIn(200, 300);
        }
        byte[] elsewhere = exif(6, "");
        ByteBuffer.wrap(elsewhere).putInt(14, 0x80000000);
        assertThat(REDRAWING.inItsKind(with(photograph, elsewhere)).width()).isEqualTo(300);
    }

    @Test
    void colours_are_those_of_a_screen() {
        BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        filled(grey, new Color(128, 128, 128));
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] linear = new byte[profile.length + 18];
        ByteBuffer.wrap(linear)
                .putShort((short) 0xffe2)
                .putShort((short) (profile.length + 16))
                .put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII))
                .put(profile);

        int seen = decoded(REDRAWING.inItsKind(with(jpeg(grey), linear))).getRGB(20, 20) & 0xff;

        assertThat(seen).isBetween(185, 191);
    }

    @Test
    void what_is_transparent_is_white_and_grey_stays_as_grey_as_it_was() {
        BufferedImage glass = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
        assertThat(decoded(REDRAWING.inItsKind(png(glass))).getRGB(20, 20)).isEqualTo(Color.WHITE.getRGB());
        BufferedImage veiled = new BufferedImage(
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, 3, DataBuffer.TYPE_BYTE),
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 64, 2, null),
                false,
                null);
        for (BufferedImage grey : List.of(
                veiled,
                new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY),
                new BufferedImage(64, 64, BufferedImage.TYPE_USHORT_GRAY),
                new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB))) {
            int sample = grey.getType() == BufferedImage.TYPE_USHORT_GRAY ? 102 * 257 : 102;
            for (int band = 0; band < grey.getRaster().getNumBands(); band++) {
                int[] samples = new int[64 * 64];
                Arrays.fill(samples, grey == veiled && band == 1 ? 255 : sample);
                grey.getRaster().setSamples(0, 0, 64, 64, band, samples);
            }
            assertThat(decoded(REDRAWING.inItsKind(png(grey))).getRGB(20, 20) & 0xff)
                    .isEqualTo(102);
        }
    }

    @Test
    void a_large_picture_is_drawn_by_fewer_points_and_a_screen_by_all() {
        assertThat(REDRAWING.inItsKind(png(corner(9_000, 4_000))).width()).isEqualTo(3_000);
        assertThat(REDRAWING.inItsKind(jpeg(corner(4_000, 3_000))).height()).isEqualTo(1_500);
        assertThat(REDRAWING.inItsKind(png(corner(2_880, 1_800))).width()).isEqualTo(2_880);
    }

    @Test
    void a_photograph_that_comes_as_png_is_kept_as_jpeg() {
        BufferedImage noise = new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        IntStream.range(0, 900 * 900).forEach(at -> noise.setRGB(at % 900, at / 900, random.nextInt()));
        assertThat(REDRAWING.inItsKind(png(noise)).mediaType()).isEqualTo(Picture.JPEG);
        assertThat(REDRAWING.asPhotograph(png(corner(64, 64))).mediaType()).isEqualTo(Picture.JPEG);
    }

    @Test
    void what_comes_in_several_scans_is_taken_unless_it_would_need_much_memory_or_time() throws IOException {
        byte[] photograph = progressive(corner(300, 200));
        assertThat(REDRAWING.inItsKind(with(photograph, exif(6, ""))).width()).isEqualTo(200);
        assertUnreadable(progressive(corner(5_000, 3_300)));
        int scan = indexOf(photograph, 0xda);
        byte[] again = Arrays.copyOfRange(photograph, scan, photograph.length - 2);
        assertUnreadable(inserted(
                photograph,
                photograph.length - 2,
                IntStream.range(0, 201).mapToObj(i -> again).toArray(byte[][]::new)));
    }

    @Test
    void what_is_no_picture_is_refused() {
        byte[] photograph = jpeg(corner(300, 200));
        byte[] chart = png(corner(300, 200));
        for (byte[] wrong : new byte[][] {
            {},
            {(byte) 0xff, (byte) 0xd8},
            "GIF89a, and more of it".getBytes(StandardCharsets.US_ASCII),
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.US_ASCII),
            Arrays.copyOf(photograph, photograph.length / 2),
            Arrays.copyOf(photograph, 30),
            Arrays.copyOf(chart, chart.length / 2),
            Arrays.copyOf(chart, chart.length - 12),
            inserted(
                    chart,
                    33,
                    ByteBuffer.allocate(12)
                            .putInt(Integer.MAX_VALUE)
                            .put("tEXt".getBytes(StandardCharsets.US_ASCII))
                            .array()),
            inserted(
                    chart,
                    33,
                    ByteBuffer.allocate(12)
                            .putInt(-5)
                            .put("tEXt".getBytes(StandardCharsets.US_ASCII))
                            .array()),
            jpeg(corner(300, 31)),
            sized(chart, 12_001, 40),
            sized(chart, 12_000, 12_000),
            sized(chart, Integer.MAX_VALUE, Integer.MAX_VALUE)
        }) {
            assertUnreadable(wrong);
        }
        assertThatThrownBy(() -> REDRAWING.inItsKind(new byte[Picture.MOST_BYTES + 1]))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("image-too-large"));
    }

    /** Any byte of it may be another. */
    @Test
    void a_damaged_file_is_a_picture_or_refused_and_nothing_else() {
        Random random = new Random(7);
        for (byte[] sound :
                new byte[][] {with(jpeg(corner(64, 48)), exif(6, PLACE)), png(corner(64, 48)), progressiveOf(64)}) {
            for (int round = 0; round < 300; round++) {
                byte[] damaged = sound.clone();
                for (int flaw = 0; flaw <= round % 5; flaw++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                try {
                    REDRAWING.inItsKind(damaged);
                } catch (Refusal refusal) {
                    assertThat(refusal.name()).isEqualTo("image-unreadable");
                }
            }
        }
    }

    private static void assertUnreadable(byte... file) {
        assertThatThrownBy(() -> REDRAWING.inItsKind(file)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.name()).isEqualTo("image-unreadable");
            assertThat(refusal.field()).isEqualTo("image2");
            assertThat(refusal.sentence()).contains("32 to 12,000 points");
        });
    }

    private static BufferedImage corner(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 3, height / 3);
        return image;
    }

    private static void filled(BufferedImage image, Color colour) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        Color seen = new Color(image.getRGB(x, y));
        return seen.getRed() > 200 && seen.getBlue() < 60;
    }

    private static byte[] jpeg(BufferedImage image) {
        return written(image, "jpeg", ImageWriteParam.MODE_DISABLED);
    }

    private static byte[] png(BufferedImage image) {
        return written(image, "png", ImageWriteParam.MODE_DISABLED);
    }

    private static byte[] progressive(BufferedImage image) {
        return written(image, "jpeg", ImageWriteParam.MODE_DEFAULT);
    }

    private static byte[] progressiveOf(int side) {
        return progressive(corner(side, side));
    }

    private static byte[] written(BufferedImage image, String format, int progressive) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        ImageWriter writer = writers.next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(progressive);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static BufferedImage decoded(Picture picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With segments behind its start. */
    private static byte[] with(byte[] jpeg, byte[]... segments) {
        return inserted(jpeg, 2, segments);
    }

    private static byte[] inserted(byte[] file, int at, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }

    private static byte[] segment(int marker, String text) {
        byte[] said = text.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(said.length + 4)
                .putShort((short) (0xff00 | marker))
                .putShort((short) (said.length + 2))
                .put(said)
                .array();
    }

    /** The least that a camera writes, with some words behind it. */
    private static byte[] exif(int orientation, String words) {
        ByteBuffer tiff = ByteBuffer.allocate(26).put("MM\0*".getBytes(StandardCharsets.US_ASCII));
        tiff.putInt(8)
                .putShort((short) 1)
                .putShort((short) 274)
                .putShort((short) 3)
                .putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
        return segment(0xe1, "Exif\0\0" + text(tiff.array()) + words);
    }

    private static byte[] chunk(String name, String words) {
        byte[] said = (name + words).getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(said);
        return ByteBuffer.allocate(said.length + 8)
                .putInt(words.length())
                .put(said)
                .putInt((int) checksum.getValue())
                .array();
    }

    /** As if it were of another size. */
    private static byte[] sized(byte[] png, int width, int height) {
        byte[] other = png.clone();
        CRC32 checksum = new CRC32();
        checksum.update(
                ByteBuffer.wrap(other).putInt(16, width).putInt(20, height).array(), 12, 17);
        ByteBuffer.wrap(other).putInt(29, (int) checksum.getValue());
        return other;
    }

    private static int indexOf(byte[] file, int marker) {
        return IntStream.range(0, file.length - 1)
                .filter(at -> file[at] == (byte) 0xff && file[at + 1] == (byte) marker)
                .findFirst()
                .orElseThrow();
    }

    private static String text(byte... bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
