package dev.gangway.evaluation;

/**
 * An image of 8-bit RGB samples.
 *
 * <p>The samples are shared, not copied: whoever hands over an image leaves its array alone from then on.
 *
 * @param height in pixels, at least 1
 * @param width in pixels, at least 1
 * @param rgb samples 0..255 as unsigned bytes in (height, width, channel) order
 */
public record RgbImage(int height, int width, byte[] rgb) {

    /** Red, green and blue. */
    public static final int CHANNELS = 3;

    public RgbImage {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("an image of " + height + "x" + width + " pixels has no content");
        }
        if (rgb.length != (long) height * width * CHANNELS) {
            throw new IllegalArgumentException(
                    "an RGB image of " + height + "x" + width + " pixels does not hold " + rgb.length + " samples");
        }
    }

    int sample(int index) {
        return Byte.toUnsignedInt(rgb[index]);
    }

    void requireSizeOf(RgbImage other) {
        if (height != other.height || width != other.width) {
            throw new IllegalArgumentException("images of " + height + "x" + width + " and " + other.height + "x"
                    + other.width + " pixels cannot be compared");
        }
    }
}
