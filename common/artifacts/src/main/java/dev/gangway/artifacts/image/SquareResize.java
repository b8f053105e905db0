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
        boolean fits = image.height() == side && image.width() == side;
        return fits ? image : apply(image, new Crop(0, 0, image.width(), image.height()));
    }

    /** The square that a part of {@code image} becomes, which fits it; nothing but the square is copied of it. */
    public PixelImage apply(PixelImage image, Crop part) {
        int length = Math.min(part.height(), part.width());
        int left = part.left() + (part.width() - length) / 2;
        int top = part.top() + (part.height() - length) / 2;
        if (length == side) {
            return new Crop(left, top, length, length).apply(image);
        }
        ResizeWeights weights = new ResizeWeights(ResizeKernel.TRIANGLE, length, side);
        int first = top * image.width() + left;
        return rounded(new ResampledSquare(image.rgb(), PixelImage.CHANNELS, weights, first, image.width()));
    }

    private PixelImage rounded(ResampledSquare resampled) {
        int stride = side * PixelImage.CHANNELS;
        byte[] rgb = new byte[side * stride];
        for (int i = 0; i < rgb.length; i++) {
            int column = i % stride / PixelImage.CHANNELS;
            rgb[i] = ResampledSquare.rounded(resampled.sample(i / stride, column, i % PixelImage.CHANNELS));
        }
        return new PixelImage(side, side, rgb);
    }
}
