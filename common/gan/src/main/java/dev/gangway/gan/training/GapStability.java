package dev.gangway.gan.training;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * Ends a stage when the discriminator gap has stabilised (RankGAN, section 4.2: 10 to 20 epochs, or 200 epochs in all).
 *
 * @param epochs for how many epochs the gap has to stay where it is
 * @param tolerance by which fraction of its mean it may move meanwhile
 */
public record GapStability(int epochs, double tolerance) {

    public GapStability {
        Require.positive("epochs", epochs);
        Require.rate("tolerance", tolerance);
    }

    /**
     * How many gaps in a row say whether it has stabilised.
     *
     * @param reportsPerEpoch how many reports an epoch has; may be less than one
     */
    int needed(double reportsPerEpoch) {
        return Math.max(2, (int) Math.ceil(epochs * reportsPerEpoch) + 1);
    }

    /**
     * Whether the gap has stabilised.
     *
     * @param gaps at the latest reports of the stage, the oldest first
     * @param needed how many of them have to be alike
     */
    boolean reached(List<Double> gaps, int needed) {
        if (gaps.size() < needed) {
            return false;
        }
        DoubleSummaryStatistics latest = gaps.subList(gaps.size() - needed, gaps.size()).stream()
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        return latest.getMax() - latest.getMin() <= tolerance * Math.abs(latest.getAverage());
    }
}
