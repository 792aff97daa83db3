package org.curbside.identity.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.curbside.api.identity.LicenceDesk;
import org.curbside.api.refusal.Refusal;

/** Draws a picture anew, so that where and with what it was taken, and whatever else hides in the file, is left behind. */
final class Picture {

    private static final int LEAST_SIDE = 200;
    private static final int MOST_SIDE = 12_000;
    private static final int SHOWN_SIDE = 2_400;

    private Picture() {}

    /** One at a time: each takes some dozen megabytes while it is drawn. */
    static synchronized byte[] redrawn(byte... image) {
        if (image.length > LicenceDesk.MOST_DOCUMENT_BYTES) {
            throw Refusal.invalid("document-too-large", "document", "Send a picture of at most 5 MB.");
        }
        try {
            return jpeg(read(format(image), image));
        } catch (IOException | RuntimeException e) {
            throw e instanceof Refusal refusal ? refusal : unreadable();
        }
    }

    /** By its first bytes, whatever it is called. */
    private static String format(byte... image) {
        if (begins(image, 0xff, 0xd8, 0xff)) {
            return "jpeg";
        }
        if (begins(image, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return "png";
        }
        throw unreadable();
    }

    private static boolean begins(byte[] image, int... with) {
        if (image.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((image[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** No larger than it is shown, so that a small file cannot ask for much memory. */
    private static BufferedImage read(String format, byte... image) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.min(width, height) < LEAST_SIDE || Math.max(width, height) > MOST_SIDE) {
                throw unreadable();
            }
            int step = (Math.max(width, height) + SHOWN_SIDE - 1) / SHOWN_SIDE;
            ImageReadParam smaller = reader.getDefaultReadParam();
            smaller.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, smaller);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] jpeg(BufferedImage read) throws IOException {
        BufferedImage drawn = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        drawn.createGraphics().drawImage(read, 0, 0, java.awt.Color.WHITE, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(drawn);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static Refusal unreadable() {
        return Refusal.invalid(
                "document-unreadable",
                "document",
                "Send a photograph as JPEG or PNG, of 200 to 12,000 points in width and height.");
    }
}
