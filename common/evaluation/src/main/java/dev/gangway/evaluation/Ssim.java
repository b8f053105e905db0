package dev.gangway.evaluation;

import java.util.DoubleSummaryStatistics;
import java.util.OptionalDouble;

/**
 * Structural similarity of two 8-bit RGB images after Wang et al. (2004): 11x11 Gaussian window with σ 1.5, K₁ 0.01,
 * K₂ 0.03, range 255, population covariance, per channel and then averaged. It is 1 for equal images and lies in
 * [-1, 1].
 *
 * <p>The map has a value for each position where the window lies inside the image: 5 pixels at each border have none, and images with a
 * side of less than 11 pixels have no value at all.
 *
 * @param whole the mean of the map: the similarity of the whole images; empty when a side has less than 11 pixels, where no window fits
 * @param hole the mean of the whole images' map over the missing pixels; empty when all of these lie within 5 pixels of the
 *     border, where the map has no values, or when no window fits the image
 */
public record Ssim(OptionalDouble whole, OptionalDouble hole) {

    /** Whether images of this size have a similarity at all: the window has 11 pixels in both directions. */
    public static boolean isDefinedFor(int height, int width) {
        return height >= GaussianWindow.SIZE && width >= GaussianWindow.SIZE;
    }

    /** Compares two images; images or a mask of different size are refused. Its own memory does not grow with the images. */
    public static Ssim between(RgbImage truth, RgbImage image, Hole hole) {
        truth.requireSizeOf(image);
        hole.requireSizeOf(truth);
        DoubleSummaryStatistics whole = new DoubleSummaryStatistics();
        DoubleSummaryStatistics missing = new DoubleSummaryStatistics();
        for (int top = 0; top < truth.height() - 2 * GaussianWindow.RADIUS; top += SsimTile.SIDE) {
            for (int left = 0; left < truth.width() - 2 * GaussianWindow.RADIUS; left += SsimTile.SIDE) {
                new SsimTile(truth, image, top, left).visit((row, column, similarity) -> {
                    whole.accept(similarity);
                    if (hole.misses(row, column)) {
                        missing.accept(similarity);
                    }
                });
            }
        }
        return new Ssim(mean(whole), mean(missing));
    }

    private static OptionalDouble mean(DoubleSummaryStatistics values) {
        return values.getCount() == 0 ? OptionalDouble.empty() : OptionalDouble.of(values.getAverage());
    }
}
