package org.curbside.api.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes what was drawn, and nothing beside it. */
final class Written {

    /** Fine lines stay, and a file is half again as large as usual. */
    private static final float QUALITY = .85f;

    private Written() {}

    static Picture jpeg(BufferedImage drawn) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam fine = writer.getDefaultWriteParam();
        fine.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        fine.setCompressionQuality(QUALITY);
        return written(Picture.JPEG, drawn, writer, fine);
    }

    static Picture png(BufferedImage drawn) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        return written(Picture.PNG, drawn, writer, writer.getDefaultWriteParam());
    }

    private static Picture written(String mediaType, BufferedImage drawn, ImageWriter writer, ImageWriteParam how)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(drawn, null, null), how);
        } finally {
            writer.dispose();
        }
        return new Picture(mediaType, drawn.getWidth(), drawn.getHeight(), out.toByteArray());
    }
}
