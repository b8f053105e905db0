package dev.gangway.artifacts.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes images as 8-bit RGB PNG files, without loss. */
public final class PngEncoder {

    private PngEncoder() {}

    /** The file's content. */
    public static byte[] encode(PixelImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            if (!ImageIO.write(buffered(image), "png", output)) {
                throw new IllegalStateException("this Java platform has no PNG encoder");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an image cannot be written to memory", e);
        }
        return file.toByteArray();
    }

    private static BufferedImage buffered(PixelImage image) {
        BufferedImage buffered = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++) {
                int red = image.sample(row, column, 0) << 16;
                int green = image.sample(row, column, 1) << 8;
                buffered.setRGB(column, row, red | green | image.sample(row, column, 2));
            }
        }
        return buffered;
    }
}
