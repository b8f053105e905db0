package dev.gangway.artifacts.image;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Images that the tests send around. */
public final class Pictures {

    private Pictures() {}

    /** A square of one grey level. */
    public static PixelImage grey(int side, int level) {
        byte[] rgb = new byte[side * side * PixelImage.CHANNELS];
        Arrays.fill(rgb, (byte) level);
        return new PixelImage(side, side, rgb);
    }

    /** A square of noise. */
    public static PixelImage noise(int side, long seed) {
        byte[] rgb = new byte[side * side * PixelImage.CHANNELS];
        new SplittableRandom(seed).nextBytes(rgb);
        return new PixelImage(side, side, rgb);
    }
}
