package org.curbside.demonstration.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** Draws six seconds of an electrocardiogram that nobody ever had: atrial fibrillation, at 25 mm a second, four points a millimetre. */
final class Strip {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 160;
    private static final int SMALL = 4;
    private static final int LARGE = 20;
    private static final int SECOND = 100;
    private static final int LINE = 95;

    /** How far it is above the line, from the beginning of Q on: a beat, and the wave behind it. */
    private static final int[] BEAT = {
        0, -5, 20, 62, 30, -14, -4, 0, 0, 0, 1, 1, 2, 3, 4, 6, 8, 10, 12, 13, 13, 12, 10, 7, 4, 2, 1, 0
    };

    private Strip() {}

    /** As a PNG file, the same every time. */
    static byte[] drawn() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(0xfffafa));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        lines(graphics, SMALL, new Color(0xf8dcdc));
        lines(graphics, LARGE, new Color(0xeeb0b0));
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(1.4f));
        graphics.draw(curve(new SplittableRandom(1903)));
        graphics.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void lines(Graphics2D graphics, int apart, Color colour) {
        graphics.setColor(colour);
        for (int x = 0; x < WIDTH; x += apart) {
            graphics.drawLine(x, 0, x, HEIGHT);
        }
        for (int y = 0; y < HEIGHT; y += apart) {
            graphics.drawLine(0, y, WIDTH, y);
        }
    }

    /** Beats at no regular distance, on a line that never rests. */
    private static Path2D curve(RandomGenerator chance) {
        Path2D curve = new Path2D.Double();
        curve.moveTo(0, LINE);
        int beat = 20;
        for (int x = 1; x < WIDTH; x++) {
            if (x >= beat + BEAT.length) {
                beat = x + chance.nextInt(SECOND / 10, SECOND / 2);
            }
            double wave = 2.5 * Math.sin(x / 2.3) * Math.sin(x / 17.0) + chance.nextDouble(-.6, .6);
            double above = x < beat ? 0 : BEAT[x - beat];
            curve.lineTo(x, LINE - above - wave);
        }
        return curve;
    }
}
