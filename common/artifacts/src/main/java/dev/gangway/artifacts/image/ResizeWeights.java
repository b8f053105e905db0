package dev.gangway.artifacts.image;

/**
 * Which source pixels, in one direction, an output pixel is made of, and how much of each.
 *
 * <p>Pixels are measured from their centres. The kernel is as wide as output pixels are, but never narrower than source pixels are; what
 * of it lies outside the source is left out. When nothing changes in size each pixel is made of itself alone, with a weight of
 * exactly one.
 */
final class ResizeWeights {

    private final ResizeKernel kernel;
    private final int from;
    private final int[] first;
    private final float[][] weights;

    /** Weights that bring {@code from} pixels to {@code to}; those of one output pixel sum to one. */
    ResizeWeights(ResizeKernel kernel, int from, int to) {
        this.kernel = kernel;
        this.from = from;
        first = new int[to];
        weights = new float[to][];
        double scale = (double) from / to;
        double stretch = Math.max(scale, 1);
        double reach = stretch * kernel.radius();
        for (int position = 0; position < to; position++) {
            double centre = (position + 0.5) * scale;
            int start = Math.max(0, (int) Math.floor(centre - reach));
            int end = Math.min(from, (int) Math.ceil(centre + reach));
            first[position] = start;
            weights[position] = shares(start, end, centre, stretch);
        }
    }

    /** Source pixels. */
    int from() {
        return from;
    }

    /** Output pixels. */
    int to() {
        return weights.length;
    }

    /** The first source pixel that an output pixel is made of. */
    int first(int position) {
        return first[position];
    }

    /** How much of it and of each that follows; to be read only. */
    float[] weights(int position) {
        return weights[position];
    }

    private float[] shares(int start, int end, double centre, double stretch) {
        double[] heights = new double[end - start];
        double total = 0;
        for (int i = 0; i < heights.length; i++) {
            heights[i] = kernel.height(Math.abs(start + i + 0.5 - centre) / stretch);
            total += heights[i];
        }
        float[] shares = new float[heights.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) (heights[i] / total);
        }
        return shares;
    }
}
