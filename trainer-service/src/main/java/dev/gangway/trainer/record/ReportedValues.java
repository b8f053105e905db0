package dev.gangway.trainer.record;

import dev.gangway.gan.training.HeldOutScores;
import dev.gangway.gan.training.ScoreDistributions;
import dev.gangway.gan.training.StepReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names what a report says, as metrics, records and the README's table have it. */
final class ReportedValues {

    static final String REAL = "held-out.real";
    static final String GENERATED = "held-out.generated";
    static final String PREVIOUS = "held-out.previous";
    static final String GAP = "gap";
    static final String IMAGES_PER_SECOND = "images-per-second";
    /** Endings for the quantiles of a distribution, in their order. */
    static final List<String> QUANTILES = List.of(".q05", ".q25", ".q50", ".q75", ".q95");

    private ReportedValues() {}

    /** All values of a report. */
    static Map<String, Double> of(StepReport report) {
        Map<String, Double> values = new TreeMap<>(report.values());
        report.heldOut().ifPresent(scores -> {
            values.putAll(means(scores));
            values.putAll(quantiles(scores.distributions()));
        });
        values.put(IMAGES_PER_SECOND, report.imagesPerSecond());
        return values;
    }

    /** Mean scores of held-out images, the gap between them and the order that they hold. */
    static Map<String, Double> means(HeldOutScores scores) {
        Map<String, Double> values = new TreeMap<>();
        values.put(REAL, scores.real());
        values.put(GENERATED, scores.current());
        values.put("held-out.real-above-generated", scores.realAboveCurrent());
        values.put(GAP, scores.gap());
        scores.previous().ifPresent(previous -> {
            values.put(PREVIOUS, previous.mean());
            values.put("held-out.generated-above-previous", previous.currentAbove());
        });
        return values;
    }

    private static Map<String, Double> quantiles(ScoreDistributions scores) {
        Map<String, Double> values = new TreeMap<>();
        put(values, REAL, scores.real());
        put(values, GENERATED, scores.current());
        scores.previous().ifPresent(previous -> put(values, PREVIOUS, previous));
        return values;
    }

    private static void put(Map<String, Double> values, String name, ScoreDistributions.Distribution distribution) {
        for (int i = 0; i < QUANTILES.size(); i++) {
            values.put(name + QUANTILES.get(i), distribution.quantiles().get(i));
        }
    }
}
