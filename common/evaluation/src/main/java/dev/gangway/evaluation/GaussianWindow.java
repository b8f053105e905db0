package dev.gangway.evaluation;

/**
 * Wang's window: 11x11, Gaussian with a standard deviation of 1.5 pixels, weights that sum to one. It is applied as two
 * passes of 11 taps, only where it lies inside the image.
 */
final class GaussianWindow {

    static final int SIZE = 11;
    static final int RADIUS = SIZE / 2;

    private static final double SIGMA = 1.5;
    private static final double[] WEIGHTS = weights();

    private GaussianWindow() {}

    /**
     * The weighted mean of {@code plane} around each position where the whole window fits.
     *
     * @param plane (height, width) values
     * @return (height - 10, width - 10) values
     */
    static double[] filter(double[] plane, int height, int width) {
        int validWidth = width - SIZE + 1;
        int validHeight = height - SIZE + 1;
        double[] rows = new double[height * validWidth];
        for (int position = 0; position < rows.length; position++) {
            int row = position / validWidth;
            rows[position] = weightedSum(plane, row * width + position % validWidth, 1);
        }
        double[] filtered = new double[validHeight * validWidth];
        for (int position = 0; position < filtered.length; position++) {
            filtered[position] = weightedSum(rows, position, validWidth);
        }
        return filtered;
    }

    private static double weightedSum(double[] values, int start, int stride) {
        double sum = 0;
        for (int tap = 0; tap < SIZE; tap++) {
            sum += WEIGHTS[tap] * values[start + tap * stride];
        }
        return sum;
    }

    private static double[] weights() {
        double[] weights = new double[SIZE];
        double total = 0;
        for (int tap = 0; tap < SIZE; tap++) {
            double distance = tap - RADIUS;
            weights[tap] = Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
            total += weights[tap];
        }
        for (int tap = 0; tap < SIZE; tap++) {
            weights[tap] /= total;
        }
        return weights;
    }
}
