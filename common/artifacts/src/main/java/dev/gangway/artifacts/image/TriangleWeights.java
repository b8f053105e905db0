package dev.gangway.artifacts.image;

/** Which source pixels, in one direction, an output pixel is made of, and how much of each. */
final class TriangleWeights {

    private final int[] first;
    private final float[][] weights;

    /** Weights that bring {@code from} pixels to {@code to}; those of one output pixel sum to one. */
    TriangleWeights(int from, int to) {
        first = new int[to];
        weights = new float[to][];
        double scale = (double) from / to;
        double reach = Math.max(scale, 1);
        for (int position = 0; position < to; position++) {
            double centre = (position + 0.5) * scale;
            int start = Math.max(0, (int) Math.floor(centre - reach));
            int end = Math.min(from, (int) Math.ceil(centre + reach));
            first[position] = start;
            weights[position] = triangle(start, end, centre, reach);
        }
    }

    int first(int position) {
        return first[position];
    }

    int taps(int position) {
        return weights[position].length;
    }

    float weight(int position, int tap) {
        return weights[position][tap];
    }

    private static float[] triangle(int start, int end, double centre, double reach) {
        double[] heights = new double[end - start];
        double total = 0;
        for (int i = 0; i < heights.length; i++) {
            heights[i] = Math.max(0, 1 - Math.abs(start + i + 0.5 - centre) / reach);
            total += heights[i];
        }
        float[] shares = new float[heights.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) (heights[i] / total);
        }
        return shares;
    }
}
