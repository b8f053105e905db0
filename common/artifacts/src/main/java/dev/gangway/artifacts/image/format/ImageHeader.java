package dev.gangway.artifacts.image.format;

/**
 * What an image file says of its pixels before they are decoded.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param channels of a decoded pixel: 1 (grey), 2 (grey and opacity), 3 (RGB) or 4 (RGB and opacity; of a JPEG the four inks)
 * @param bits of a decoded sample: 8, or 16
 * @param scans how many times the decoder goes over the picture, at least 1
 * @param rowByRow whether rows come one after the other, each once: how far a decoder came then says which are sound
 * @param lossy whether what was encoded comes back only nearly
 */
public record ImageHeader(int width, int height, int channels, int bits, int scans, boolean rowByRow, boolean lossy) {

    private static final int MOST_CHANNELS = 4;
    private static final int DEEP = 16;

    public ImageHeader {
        if (width < 1 || height < 1 || channels < 1 || channels > MOST_CHANNELS || scans < 1) {
            throw new IllegalArgumentException(
                    width + "x" + height + " pixels of " + channels + " channels in " + scans + " scans are no image");
        }
    }

    /** Width times height. */
    public long pixels() {
        return (long) width * height;
    }

    /** How many bytes the decoded samples take. */
    public long sampleBytes() {
        return pixels() * channels * (bits == DEEP ? 2 : 1);
    }
}
