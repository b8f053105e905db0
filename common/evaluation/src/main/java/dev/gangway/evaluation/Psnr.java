package dev.gangway.evaluation;

/**
 * Peak signal-to-noise ratio of 8-bit images in decibels: 10 log10(255² / MSE), the mean squared error taken over all
 * pixels and channels of the region.
 *
 * <p>Two regions without a difference have the ratio {@link Double#POSITIVE_INFINITY}. JSON has no such number: whoever
 * writes the ratio down decides how it is spelled.
 */
public final class Psnr {

    private static final double PEAK = 255;

    private Psnr() {}

    /** The ratio over the whole image; images of different size are refused. */
    public static double whole(RgbImage truth, RgbImage image) {
        truth.requireSizeOf(image);
        long squaredError = 0;
        for (int i = 0; i < truth.rgb().length; i++) {
            squaredError += squaredDifference(truth, image, i);
        }
        return decibels(squaredError, truth.rgb().length);
    }

    /** The ratio over the missing pixels alone; images or a mask of different size are refused. */
    public static double hole(RgbImage truth, RgbImage image, Hole hole) {
        truth.requireSizeOf(image);
        hole.requireSizeOf(truth);
        long squaredError = 0;
        long samples = 0;
        for (int i = 0; i < truth.rgb().length; i++) {
            if (hole.missing()[i / RgbImage.CHANNELS]) {
                squaredError += squaredDifference(truth, image, i);
                samples++;
            }
        }
        return decibels(squaredError, samples);
    }

    private static int squaredDifference(RgbImage truth, RgbImage image, int index) {
        int difference = truth.sample(index) - image.sample(index);
        return difference * difference;
    }

    private static double decibels(long squaredError, long samples) {
        if (squaredError == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return 10 * Math.log10(PEAK * PEAK * samples / squaredError);
    }
}
