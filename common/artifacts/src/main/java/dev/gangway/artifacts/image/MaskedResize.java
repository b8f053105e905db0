package dev.gangway.artifacts.image;

import java.util.Arrays;

/**
 * Brings a square with missing pixels to another size, without looking at what the missing ones hold.
 *
 * <p>Weights are those of {@link SquareResize}. A pixel's colour is the weighted mean of the visible pixels that it is made of. It is
 * missing, and mid-grey, when less than half of its weight is visible; but when by this nothing at all would be missing
 * although something is, each pixel is missing that has any missing part.
 */
final class MaskedResize {

    /** Half, and room for the rounding of weights: an exact half is visible. */
    private static final float HALF = 0.50001f;

    private final int side;

    MaskedResize(int side) {
        this.side = side;
    }

    /** The square of this size that {@code square} becomes. */
    MaskedPicture apply(PixelImage square, PictureMask mask) {
        ResizeWeights weights = new ResizeWeights(ResizeKernel.TRIANGLE, square.width(), side);
        float[] hidden = hidden(mask, weights);
        PictureMask small = missing(hidden, mask.missingPixels() > 0);
        ResampledSquare colours = new ResampledSquare(visibleAlone(square, mask), PixelImage.CHANNELS, weights);
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
    private float[] hidden(PictureMask mask, ResizeWeights weights) {
        boolean[] missing = mask.missing();
        byte[] samples = new byte[missing.length];
        for (int pixel = 0; pixel < samples.length; pixel++) {
            samples[pixel] = (byte) (missing[pixel] ? 1 : 0);
        }
        ResampledSquare shares = new ResampledSquare(samples, 1, weights);
        float[] hidden = new float[side * side];
        for (int pixel = 0; pixel < hidden.length; pixel++) {
            hidden[pixel] = shares.sample(pixel / side, pixel % side, 0);
        }
        return hidden;
    }

    private PictureMask missing(float[] hidden, boolean anyMissing) {
        PictureMask mostly = above(HALF, hidden);
        return anyMissing && mostly.missingPixels() == 0 ? above(0, hidden) : mostly;
    }

    private PictureMask above(float share, float[] hidden) {
        boolean[] missing = new boolean[hidden.length];
        for (int pixel = 0; pixel < missing.length; pixel++) {
            missing[pixel] = hidden[pixel] > share;
        }
        return PictureMask.of(side, side, missing);
    }

    private static byte[] visibleAlone(PixelImage square, PictureMask mask) {
        byte[] rgb = square.rgb().clone();
        boolean[] missing = mask.missing();
        for (int pixel = 0; pixel < missing.length; pixel++) {
            if (missing[pixel]) {
                int start = pixel * PixelImage.CHANNELS;
                Arrays.fill(rgb, start, start + PixelImage.CHANNELS, (byte) 0);
            }
        }
        return rgb;
    }
}
