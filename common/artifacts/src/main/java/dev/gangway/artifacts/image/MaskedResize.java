package dev.gangway.artifacts.image;

import java.util.Arrays;

/**
 * Brings a square with missing pixels to another size, without looking at what the missing ones hold.
 *
 * <p>Weights are those of {@link SquareResize}. A pixel's colour is the weighted mean of the visible pixels that it is made of. It is
 * missing, and mid-grey, when less than half of its weight is visible. By this nothing at all may be missing although something is, as with
 * dust or a thin scratch: every pixel's colour is known then, and better than networks could guess it. And nothing at all may be visible
 * although something is, as under dense dust: then each pixel is visible of which enough is for a mean.
 */
final class MaskedResize {

    /** Half, and room for the rounding of weights: an exact half is visible. */
    private static final float HALF = 0.50001f;

    /** All but what weighs more than the rounding of weights. */
    private static final float ALMOST_ALL = 1 - 1 / 64f;

    private final int side;

    MaskedResize(int side) {
        this.side = side;
    }

    /** The square of this size that the part {@code square} of {@code picture} becomes; nothing of a picture's size is copied. */
    MaskedPicture apply(PixelImage picture, PictureMask mask, SquareFrame square) {
        ResizeWeights weights = new ResizeWeights(ResizeKernel.TRIANGLE, square.side(), side);
        float[] hidden = hidden(mask, square, weights);
        PictureMask small = missing(hidden);
        ResampledSquare colours = new ResampledSquare(
                (number, row) -> readVisible(picture, mask, square, number, row), PixelImage.CHANNELS, weights);
        byte[] rgb = new byte[hidden.length * PixelImage.CHANNELS];
        Arrays.fill(rgb, MaskedPicture.GREY);
        for (int pixel = 0; pixel < hidden.length; pixel++) {
            int row = pixel / side;
            int column = pixel % side;
            for (int channel = 0; channel < PixelImage.CHANNELS && !small.missing(row, column); channel++) {
                float mean = colours.sample(row, column, channel) / (1 - hidden[pixel]);
                rgb[pixel * PixelImage.CHANNELS + channel] = ResampledSquare.rounded(mean);
            }
        }
        return new MaskedPicture(new PixelImage(side, side, rgb), small);
    }

    /** The share of each pixel's weight that is hidden, exactly zero where none is. */
    private float[] hidden(PictureMask mask, SquareFrame square, ResizeWeights weights) {
        ResampledSquare shares =
                new ResampledSquare((number, row) -> readMissing(mask, square, number, row), 1, weights);
        float[] hidden = new float[side * side];
        for (int pixel = 0; pixel < hidden.length; pixel++) {
            hidden[pixel] = shares.sample(pixel / side, pixel % side, 0);
        }
        return hidden;
    }

    private static void readMissing(PictureMask mask, SquareFrame square, int number, byte[] row) {
        for (int column = 0; column < row.length; column++) {
            row[column] = (byte) (mask.missing(square.top() + number, square.left() + column) ? 1 : 0);
        }
    }

    /** A row with zeros where it is missing. */
    private static void readVisible(PixelImage picture, PictureMask mask, SquareFrame square, int number, byte[] row) {
        int line = square.top() + number;
        int source = (line * picture.width() + square.left()) * PixelImage.CHANNELS;
        System.arraycopy(picture.rgb(), source, row, 0, row.length);
        for (int column = 0; column < square.side(); column++) {
            if (mask.missing(line, square.left() + column)) {
                int start = column * PixelImage.CHANNELS;
                Arrays.fill(row, start, start + PixelImage.CHANNELS, (byte) 0);
            }
        }
    }

    private PictureMask missing(float[] hidden) {
        PictureMask mostly = above(HALF, hidden);
        return mostly.missingPixels() == hidden.length ? above(ALMOST_ALL, hidden) : mostly;
    }

    private PictureMask above(float share, float[] hidden) {
        boolean[] missing = new boolean[hidden.length];
        for (int pixel = 0; pixel < missing.length; pixel++) {
            missing[pixel] = hidden[pixel] > share;
        }
        return PictureMask.of(side, side, missing);
    }
}
