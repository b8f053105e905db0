package dev.gangway.artifacts.image;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Images that the tests send around. */
public final class Pictures {

    private Pictures() {}

    /** A square of one grey level. */
    public static PixelImage grey(int side, int level) {
        return painted(side, side, (row, column) -> level);
    }

    /** A square of noise. */
    public static PixelImage noise(int side, long seed) {
        return noise(side, side, seed);
    }

    /** Noise. */
    static PixelImage noise(int height, int width, long seed) {
        byte[] rgb = new byte[height * width * PixelImage.CHANNELS];
        new SplittableRandom(seed).nextBytes(rgb);
        return new PixelImage(height, width, rgb);
    }

    /** The grey level of a pixel. */
    interface Painter {
        int level(int row, int column);
    }

    /** Greys. */
    static PixelImage painted(int height, int width, Painter painter) {
        byte[] rgb = new byte[height * width * PixelImage.CHANNELS];
        for (int pixel = 0; pixel < height * width; pixel++) {
            int start = pixel * PixelImage.CHANNELS;
            Arrays.fill(rgb, start, start + PixelImage.CHANNELS, (byte) painter.level(pixel / width, pixel % width));
        }
        return new PixelImage(height, width, rgb);
    }

    /** The mask of a picture that misses one rectangle. */
    static PictureMask missing(int height, int width, Crop part) {
        boolean[] missing = new boolean[height * width];
        for (int row = part.top(); row < part.top() + part.height(); row++) {
            Arrays.fill(missing, row * width + part.left(), row * width + part.left() + part.width(), true);
        }
        return PictureMask.of(height, width, missing);
    }
}
