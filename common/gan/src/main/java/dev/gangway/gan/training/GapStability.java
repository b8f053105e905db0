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
     * Whether the gap has stabilised.
     *
     * @param gaps at each report of the stage, the oldest first
     * @param reportsPerEpoch how many reports an epoch has; may be less than one
     */
    boolean reached(List<Double> gaps, double reportsPerEpoch) {
        int needed = Math.max(2, (int) Math.ceil(epochs * reportsPerEpoch) + 1);
        if (gaps.size() < needed) {
            return false;
        }
        DoubleSummaryStatistics latest = gaps.subList(gaps.size() - needed, gaps.size()).stream()
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        return latest.getMax() - latest.getMin() <= tolerance * Math.abs(latest.getAverage());
    }
}
