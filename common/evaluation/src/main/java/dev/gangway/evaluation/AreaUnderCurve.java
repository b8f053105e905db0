package dev.gangway.evaluation;

import java.util.Arrays;

/**
 * The area under the receiver operating characteristic: the probability that a genuine pair scores higher than an impostor
 * pair, ties counting half (the statistic of Mann and Whitney, 1947, with midranks for ties).
 */
public final class AreaUnderCurve {

    private AreaUnderCurve() {}

    /**
     * The area for scores in any order, in O(n log n); counts are whole numbers, so that it is exact.
     *
     * @param genuine scores that should be high, at least one
     * @param impostor scores that should be low, at least one
     * @return in [0, 1]; 0.5 when the scores tell nothing
     * @throws IllegalArgumentException when there are no scores of one kind, or one that is not a number
     */
    public static double of(double[] genuine, double[] impostor) {
        double[] high = sorted(genuine);
        double[] low = sorted(impostor);
        long halves = 0;
        int below = 0;
        int notAbove = 0;
        for (double score : high) {
            while (below < low.length && low[below] < score) {
                below++;
            }
            while (notAbove < low.length && low[notAbove] <= score) {
                notAbove++;
            }
            halves += below + notAbove;
        }
        return halves / 2.0 / ((double) high.length * low.length);
    }

    private static double[] sorted(double[] scores) {
        if (scores.length == 0 || Arrays.stream(scores).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("a curve needs genuine and impostor scores, all of them numbers");
        }
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
