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
        for (int row = 0; row < height; row++) {
            for (int tap = 0; tap < SIZE; tap++) {
                addWeighted(WEIGHTS[tap], plane, row * width + tap, rows, row * validWidth, validWidth);
            }
        }
        double[] filtered = new double[validHeight * validWidth];
        for (int row = 0; row < validHeight; row++) {
            for (int tap = 0; tap < SIZE; tap++) {
                addWeighted(WEIGHTS[tap], rows, (row + tap) * validWidth, filtered, row * validWidth, validWidth);
            }
        }
        return filtered;
    }

    /** A whole row at a time: so the compiler does several of its values at once. */
    private static void addWeighted(double weight, double[] source, int from, double[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] += weight * source[from + i];
        }
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
