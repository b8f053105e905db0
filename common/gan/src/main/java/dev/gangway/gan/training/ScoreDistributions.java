package dev.gangway.gan.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the scores of held-out images are spread, as RankGAN's and GoGAN's Figure 4 draw them: counts over bins that all sets
 * share, and quantiles of each.
 *
 * @param edges of the bins, of equal width from the lowest to the highest score of any set; one more than there are bins
 * @param real of D(x)
 * @param current of D(G_i(z))
 * @param previous of D(G_{i-1}(z)), in a ranked stage
 */
public record ScoreDistributions(
        List<Double> edges, Distribution real, Distribution current, Optional<Distribution> previous) {

    /** How many bins there are. */
    public static final int BINS = 24;

    private static final double[] FRACTIONS = {0.05, 0.25, 0.5, 0.75, 0.95};

    public ScoreDistributions {
        edges = List.copyOf(edges);
    }

    /**
     * One set of scores.
     *
     * @param quantiles the scores below which lie 5, 25, 50, 75 and 95 % of the set, by linear interpolation
     * @param counts how many scores each bin has
     */
    public record Distribution(List<Double> quantiles, List<Integer> counts) {

        public Distribution {
            quantiles = List.copyOf(quantiles);
            counts = List.copyOf(counts);
        }
    }

    static ScoreDistributions of(float[] real, float[] current, Optional<float[]> previous) {
        List<float[]> sets =
                Stream.concat(Stream.of(real, current), previous.stream()).toList();
        double low =
                sets.stream().flatMapToDouble(ScoreDistributions::values).min().orElseThrow();
        double high =
                sets.stream().flatMapToDouble(ScoreDistributions::values).max().orElseThrow();
        double width = (high - low) / BINS;
        List<Double> edges =
                IntStream.rangeClosed(0, BINS).mapToObj(i -> low + i * width).toList();
        return new ScoreDistributions(
                edges,
                distribution(real, low, width),
                distribution(current, low, width),
                previous.map(set -> distribution(set, low, width)));
    }

    private static Distribution distribution(float[] scores, double low, double width) {
        Integer[] counts = new Integer[BINS];
        Arrays.fill(counts, 0);
        for (float score : scores) {
            int bin = width > 0 ? (int) ((score - low) / width) : 0;
            counts[Math.max(0, Math.min(bin, BINS - 1))]++;
        }
        double[] sorted = values(scores).sorted().toArray();
        return new Distribution(
                Arrays.stream(FRACTIONS)
                        .mapToObj(fraction -> quantile(sorted, fraction))
                        .toList(),
                List.of(counts));
    }

    private static double quantile(double[] sorted, double fraction) {
        double position = fraction * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static DoubleStream values(float[] scores) {
        return IntStream.range(0, scores.length).mapToDouble(i -> scores[i]);
    }
}
