package org.curbside.api.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.curbside.api.refusal.Refusal;

/**
 * Draws a picture anew, upright and in the colours of a screen (sRGB), so that where, when and with what it was taken, and whatever else
 * hides in the file, is left behind. A file that is no picture, or that would need much to be drawn, is refused.
 *
 * @param name what refusals call it, in kebab case
 * @param field the field that it is sent in
 * @param leastSide its least width and height, in points
 */
public record Redrawing(String name, String field, int leastSide) {

    private static final int MOST_SIDE = 12_000;
    private static final long MOST_POINTS = 64_000_000;

    /** No more are drawn, so that a small file cannot ask for much memory. */
    private static final long DRAWN_POINTS = 2_400 * 2_400;

    /** A photograph would be larger as PNG, and looks the same as JPEG. */
    private static final int MOST_PNG_BYTES = 1_500_000;

    /** One at a time, whoever sends it: each takes some dozen megabytes while it is drawn. */
    private static final Object EASEL = new Object();

    /** As a photograph, whatever it came as. */
    public Picture asPhotograph(byte... file) {
        return redrawn(true, file);
    }

    /** Without loss if it came so and is no photograph. */
    public Picture inItsKind(byte... file) {
        return redrawn(false, file);
    }

    private Picture redrawn(boolean photograph, byte... file) {
        if (file.length > Picture.MOST_BYTES) {
            throw Refusal.invalid(name + "-too-large", field, "Send a picture of at most 5 MB.");
        }
        try {
            synchronized (EASEL) {
                return redraw(photograph, file);
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof Refusal refusal ? refusal : unreadable();
        }
    }

    /** What it is, its first bytes say, whatever it is called. */
    private Picture redraw(boolean photograph, byte... file) throws IOException {
        if (Png.begins(file)) {
            BufferedImage drawn = drawn(read("png", MOST_POINTS, Png.withoutExtras(file)), Orientation.UPRIGHT);
            Picture picture = photograph ? Written.jpeg(drawn) : Written.png(drawn);
            return picture.bytes().length > MOST_PNG_BYTES ? Written.jpeg(drawn) : picture;
        }
        if (Jpeg.begins(file)) {
            Jpeg jpeg = Jpeg.of(file);
            return Written.jpeg(
                    drawn(read("jpeg", Math.min(MOST_POINTS, jpeg.mostPoints()), file), jpeg.orientation()));
        }
        throw unreadable();
    }

    /** Every second or third point only, where it has more than are drawn. */
    private BufferedImage read(String format, long mostPoints, byte... file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (Math.min(width, height) < leastSide
                    || Math.max(width, height) > MOST_SIDE
                    || width * height > mostPoints) {
                throw unreadable();
            }
            int step = 1;
            while ((width + step - 1) / step * ((height + step - 1) / step) > DRAWN_POINTS) {
                step++;
            }
            ImageReadParam fewer = reader.getDefaultReadParam();
            fewer.setSourceSubsampling(step, step, 0, 0);
            return asOnAScreen(reader.read(0, fewer));
        } finally {
            reader.dispose();
        }
    }

    /** Grey beside transparency is taken for an amount of light by Java, and so would be drawn too pale (JDK-5051418). */
    private static BufferedImage asOnAScreen(BufferedImage read) {
        Raster raster = read.getRaster();
        if (raster.getNumBands() != 2) {
            return read;
        }
        BufferedImage screen = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int more = raster.getSampleModel().getSampleSize(0) - 8;
        for (int y = 0; y < read.getHeight(); y++) {
            for (int x = 0; x < read.getWidth(); x++) {
                int grey = raster.getSample(x, y, 0) >> more;
                screen.setRGB(x, y, raster.getSample(x, y, 1) >> more << 24 | grey * 0x010101);
            }
        }
        return screen;
    }

    /** On white, where it is transparent. */
    private static BufferedImage drawn(BufferedImage read, Orientation orientation) {
        int width = orientation.onItsSide() ? read.getHeight() : read.getWidth();
        int height = orientation.onItsSide() ? read.getWidth() : read.getHeight();
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(read, orientation.upright(read.getWidth(), read.getHeight()), null);
        graphics.dispose();
        return drawn;
    }

    private Refusal unreadable() {
        return Refusal.invalid(
                name + "-unreadable",
                field,
                "Send a picture as JPEG or PNG, of " + leastSide + " to 12,000 points in width and height.");
    }
}
