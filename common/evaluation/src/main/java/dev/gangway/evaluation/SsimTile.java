package dev.gangway.evaluation;

import java.util.Arrays;

/**
 * The map of {@link Ssim} for a rectangle of positions. Its planes are of {@code double}, ten times the memory of the samples, so that a
 * photograph's map is made tile by tile.
 */
final class SsimTile {

    /** Positions in either direction. */
    static final int SIDE = 256;

    private static final double RANGE = 255;
    private static final double C1 = Math.pow(0.01 * RANGE, 2);
    private static final double C2 = Math.pow(0.03 * RANGE, 2);

    private final int top;
    private final int left;
    private final int height;
    private final int width;
    private final double[] map;

    /**
     * The tile whose first position is that of the window with its corner at {@code top} and {@code left}; it is cut off where windows no
     * longer fit.
     */
    SsimTile(RgbImage truth, RgbImage image, int top, int left) {
        this.top = top;
        this.left = left;
        this.height = Math.min(SIDE, truth.height() - 2 * GaussianWindow.RADIUS - top);
        this.width = Math.min(SIDE, truth.width() - 2 * GaussianWindow.RADIUS - left);
        this.map = new double[height * width];
        if (isSame(truth, image)) {
            Arrays.fill(map, 1);
        } else {
            for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                addChannel(plane(truth, channel), plane(image, channel));
            }
        }
    }

    /** Most of a photograph is as it was, and the formula's value is exactly 1 there. */
    private boolean isSame(RgbImage truth, RgbImage image) {
        int length = (width + 2 * GaussianWindow.RADIUS) * RgbImage.CHANNELS;
        boolean same = true;
        for (int row = top; row < top + height + 2 * GaussianWindow.RADIUS && same; row++) {
            int from = (row * truth.width() + left) * RgbImage.CHANNELS;
            same = Arrays.equals(truth.rgb(), from, from + length, image.rgb(), from, from + length);
        }
        return same;
    }

    /** What is done with a value of the map. */
    @FunctionalInterface
    interface Visitor {
        void value(int row, int column, double similarity);
    }

    /** Shows the values by the pixels in the middles of their windows. */
    void visit(Visitor visitor) {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                visitor.value(
                        top + row + GaussianWindow.RADIUS,
                        left + column + GaussianWindow.RADIUS,
                        map[row * width + column]);
            }
        }
    }

    private void addChannel(double[] x, double[] y) {
        double[] meanX = filtered(x);
        double[] meanY = filtered(y);
        double[] meanXx = filtered(product(x, x));
        double[] meanYy = filtered(product(y, y));
        double[] meanXy = filtered(product(x, y));
        for (int i = 0; i < map.length; i++) {
            double varianceX = meanXx[i] - meanX[i] * meanX[i];
            double varianceY = meanYy[i] - meanY[i] * meanY[i];
            double covariance = meanXy[i] - meanX[i] * meanY[i];
            double luminance = (2 * meanX[i] * meanY[i] + C1) / (meanX[i] * meanX[i] + meanY[i] * meanY[i] + C1);
            double structure = (2 * covariance + C2) / (varianceX + varianceY + C2);
            map[i] += luminance * structure / RgbImage.CHANNELS;
        }
    }

    private double[] filtered(double[] plane) {
        return GaussianWindow.filter(plane, height + 2 * GaussianWindow.RADIUS, width + 2 * GaussianWindow.RADIUS);
    }

    /** What the tile's windows see of one channel. */
    private double[] plane(RgbImage image, int channel) {
        int columns = width + 2 * GaussianWindow.RADIUS;
        int rows = height + 2 * GaussianWindow.RADIUS;
        double[] plane = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            int source = ((top + row) * image.width() + left) * RgbImage.CHANNELS + channel;
            for (int column = 0; column < columns; column++) {
                plane[row * columns + column] = image.sample(source + column * RgbImage.CHANNELS);
            }
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
