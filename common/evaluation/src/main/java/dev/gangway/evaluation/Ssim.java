package dev.gangway.evaluation;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Structural similarity of two 8-bit RGB images after Wang et al. (2004): 11x11 Gaussian window with σ 1.5, K₁ 0.01,
 * K₂ 0.03, range 255, population covariance, per channel and then averaged. It is 1 for equal images and lies in
 * [-1, 1].
 *
 * <p>The map has a value for each position where the window lies inside the image: 5 pixels at each border have none, and images with a
 * side of less than 11 pixels have no value at all.
 */
public final class Ssim {

    private static final double RANGE = 255;
    private static final double C1 = Math.pow(0.01 * RANGE, 2);
    private static final double C2 = Math.pow(0.03 * RANGE, 2);

    private final int height;
    private final int width;
    private final double[] map;

    private Ssim(int height, int width, double[] map) {
        this.height = height;
        this.width = width;
        this.map = map;
    }

    /** Whether images of this size have a similarity at all: the window has 11 pixels in both directions. */
    public static boolean isDefinedFor(int height, int width) {
        return height >= GaussianWindow.SIZE && width >= GaussianWindow.SIZE;
    }

    /** Compares two images; images of different size are refused. */
    public static Ssim between(RgbImage truth, RgbImage image) {
        truth.requireSizeOf(image);
        if (!isDefinedFor(truth.height(), truth.width())) {
            return new Ssim(truth.height(), truth.width(), new double[0]);
        }
        int validWidth = truth.width() - 2 * GaussianWindow.RADIUS;
        int validHeight = truth.height() - 2 * GaussianWindow.RADIUS;
        double[] map = new double[validHeight * validWidth];
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
            addChannel(map, truth, image, channel);
        }
        return new Ssim(truth.height(), truth.width(), map);
    }

    /** The mean of the map: the similarity of the whole images; empty when a side has less than 11 pixels, where no window fits. */
    public OptionalDouble whole() {
        return Arrays.stream(map).average();
    }

    /**
     * The mean of the whole images' map over the missing pixels; empty when all of these lie within 5 pixels of the
     * border, where the map has no values, or when no window fits the image.
     */
    public OptionalDouble hole(Hole hole) {
        requireSizeOf(hole);
        double sum = 0;
        int positions = 0;
        for (int position = 0; position < map.length; position++) {
            int row = position / validWidth() + GaussianWindow.RADIUS;
            int column = position % validWidth() + GaussianWindow.RADIUS;
            if (hole.misses(row, column)) {
                sum += map[position];
                positions++;
            }
        }
        return positions == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / positions);
    }

    private int validWidth() {
        return width - 2 * GaussianWindow.RADIUS;
    }

    private void requireSizeOf(Hole hole) {
        if (hole.height() != height || hole.width() != width) {
            throw new IllegalArgumentException("a mask of " + hole.height() + "x" + hole.width()
                    + " pixels does not fit images of " + height + "x" + width);
        }
    }

    private static void addChannel(double[] map, RgbImage truth, RgbImage image, int channel) {
        int height = truth.height();
        int width = truth.width();
        double[] x = plane(truth, channel);
        double[] y = plane(image, channel);
        double[] meanX = GaussianWindow.filter(x, height, width);
        double[] meanY = GaussianWindow.filter(y, height, width);
        double[] meanXx = GaussianWindow.filter(product(x, x), height, width);
        double[] meanYy = GaussianWindow.filter(product(y, y), height, width);
        double[] meanXy = GaussianWindow.filter(product(x, y), height, width);
        for (int i = 0; i < map.length; i++) {
            double varianceX = meanXx[i] - meanX[i] * meanX[i];
            double varianceY = meanYy[i] - meanY[i] * meanY[i];
            double covariance = meanXy[i] - meanX[i] * meanY[i];
            double luminance = (2 * meanX[i] * meanY[i] + C1) / (meanX[i] * meanX[i] + meanY[i] * meanY[i] + C1);
            double structure = (2 * covariance + C2) / (varianceX + varianceY + C2);
            map[i] += luminance * structure / RgbImage.CHANNELS;
        }
    }

    private static double[] plane(RgbImage image, int channel) {
        double[] plane = new double[image.height() * image.width()];
        for (int pixel = 0; pixel < plane.length; pixel++) {
            plane[pixel] = image.sample(pixel * RgbImage.CHANNELS + channel);
        }
        return plane;
    }

    private static double[] product(double[] x, double[] y) {
        double[] product = new double[x.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = x[i] * y[i];
        }
        return product;
    }
}
