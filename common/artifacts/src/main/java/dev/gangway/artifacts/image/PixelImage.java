package dev.gangway.artifacts.image;

import java.util.Arrays;

/**
 * An image of 8-bit RGB samples, equal to another of the same size and samples.
 *
 * <p>The samples are shared, not copied: whoever hands over an image leaves its array alone from then on.
 *
 * @param height in pixels, at least 1
 * @param width in pixels, at least 1
 * @param rgb samples 0..255 as unsigned bytes in (height, width, channel) order
 */
public record PixelImage(int height, int width, byte[] rgb) {

    /** Red, green and blue. */
    public static final int CHANNELS = 3;

    public PixelImage {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("an image of " + height + "x" + width + " pixels has no content");
        }
        if (rgb.length != (long) height * width * CHANNELS) {
            throw new IllegalArgumentException(
                    "an RGB image of " + height + "x" + width + " pixels does not hold " + rgb.length + " samples");
        }
    }

    /** The sample of one pixel's channel, 0..255. */
    public int sample(int row, int column, int channel) {
        return Byte.toUnsignedInt(rgb[(row * width + column) * CHANNELS + channel]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PixelImage image
                && height == image.height
                && width == image.width
                && Arrays.equals(rgb, image.rgb);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rgb);
    }

    @Override
    public String toString() {
        return "image of " + height + "x" + width + " pixels";
    }
}
