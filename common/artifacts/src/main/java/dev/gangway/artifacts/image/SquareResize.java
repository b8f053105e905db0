package dev.gangway.artifacts.image;

/**
 * Brings an image of any size to a square: the largest centred square is cut out and resized.
 *
 * <p>An odd margin leaves its extra pixel at the right or bottom. Resizing weighs the source pixels by a triangle as wide
 * as one output pixel, but never narrower than one source pixel (bilinear interpolation with antialiasing, half-pixel centres), rounding
 * after both directions. A square of the wanted size passes unchanged.
 */
public final class SquareResize {

    /** How images are resized, as a manifest says it. */
    public static final String RULE =
            "centred square, bilinear interpolation with antialiasing; a square of the size wanted stays as it is";

    private final int side;

    /**
     * Resizes to squares.
     *
     * @param side of the squares in pixels, at least 1
     */
    public SquareResize(int side) {
        if (side < 1) {
            throw new IllegalArgumentException("a square of side " + side + " has no content");
        }
        this.side = side;
    }

    /** The square that {@code image} becomes. */
    public PixelImage apply(PixelImage image) {
        int length = Math.min(image.height(), image.width());
        if (length == side && image.height() == image.width()) {
            return image;
        }
        int top = (image.height() - length) / 2;
        int left = (image.width() - length) / 2;
        TriangleWeights weights = new TriangleWeights(length, side);
        float[] narrow = new float[length * side * PixelImage.CHANNELS];
        for (int row = 0; row < length; row++) {
            narrowRow(image, top + row, left, weights, narrow, row);
        }
        return new PixelImage(side, side, shorten(narrow, weights));
    }

    private void narrowRow(
            PixelImage image, int sourceRow, int left, TriangleWeights weights, float[] narrow, int row) {
        for (int column = 0; column < side; column++) {
            for (int channel = 0; channel < PixelImage.CHANNELS; channel++) {
                float sum = 0;
                for (int tap = 0; tap < weights.taps(column); tap++) {
                    int source = left + weights.first(column) + tap;
                    sum += weights.weight(column, tap) * image.sample(sourceRow, source, channel);
                }
                narrow[(row * side + column) * PixelImage.CHANNELS + channel] = sum;
            }
        }
    }

    private byte[] shorten(float[] narrow, TriangleWeights weights) {
        int stride = side * PixelImage.CHANNELS;
        byte[] rgb = new byte[side * stride];
        for (int i = 0; i < rgb.length; i++) {
            int row = i / stride;
            float sum = 0;
            for (int tap = 0; tap < weights.taps(row); tap++) {
                sum += weights.weight(row, tap) * narrow[(weights.first(row) + tap) * stride + i % stride];
            }
            rgb[i] = (byte) Math.max(0, Math.min(255, Math.round(sum)));
        }
        return rgb;
    }
}
