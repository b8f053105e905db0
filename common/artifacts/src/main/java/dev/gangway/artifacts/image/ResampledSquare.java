package dev.gangway.artifacts.image;

/**
 * A square brought to another size, not yet rounded. Its rows are resampled at once, its columns when a sample is asked for: whoever needs
 * a few pixels of a large square pays for these.
 */
final class ResampledSquare {

    private final int channels;
    private final ResizeWeights weights;
    private final float[] narrow;

    /** The rows of a square, one after the other. */
    @FunctionalInterface
    interface Rows {
        /** Writes row {@code number} of the square into {@code row}, as unsigned bytes. */
        void read(int number, byte[] row);
    }

    /**
     * Resamples a square.
     *
     * @param samples unsigned bytes in (row, column, channel) order; rows and columns are as many as the weights' source pixels
     * @param channels at least 1
     * @param weights of both directions
     */
    ResampledSquare(byte[] samples, int channels, ResizeWeights weights) {
        this(samples, channels, weights, 0, weights.from());
    }

    /**
     * Resamples a square within a larger picture.
     *
     * @param first the square's first pixel
     * @param rowPixels how many pixels a row of the picture has
     */
    ResampledSquare(byte[] samples, int channels, ResizeWeights weights, int first, int rowPixels) {
        this(
                (number, row) -> System.arraycopy(samples, (first + number * rowPixels) * channels, row, 0, row.length),
                channels,
                weights);
    }

    /** Resamples a square of which no more than a row is needed at once. */
    ResampledSquare(Rows rows, int channels, ResizeWeights weights) {
        this.channels = channels;
        this.weights = weights;
        this.narrow = new float[weights.from() * weights.to() * channels];
        byte[] row = new byte[weights.from() * channels];
        for (int number = 0; number < weights.from(); number++) {
            rows.read(number, row);
            for (int column = 0; column < weights.to(); column++) {
                int target = (number * weights.to() + column) * channels;
                for (int channel = 0; channel < channels; channel++) {
                    narrow[target + channel] = acrossRow(row, weights.first(column) * channels + channel, column);
                }
            }
        }
    }

    private float acrossRow(byte[] samples, int source, int column) {
        float sum = 0;
        int sample = source;
        for (float weight : weights.weights(column)) {
            sum += weight * Byte.toUnsignedInt(samples[sample]);
            sample += channels;
        }
        return sum;
    }

    /** One sample, as large as the sources' samples are; a kernel that overshoots may leave their range. */
    float sample(int row, int column, int channel) {
        int stride = weights.to() * channels;
        int sample = weights.first(row) * stride + column * channels + channel;
        float sum = 0;
        for (float weight : weights.weights(row)) {
            sum += weight * narrow[sample];
            sample += stride;
        }
        return sum;
    }

    /** The nearest sample that a byte holds. */
    static byte rounded(float sample) {
        return (byte) Math.max(0, Math.min(255, Math.round(sample)));
    }
}
