package dev.gangway.gan.training;

import java.util.Map;
import java.util.Optional;

/**
 * What is known after some steps of a stage.
 *
 * @param progress where the training is
 * @param steps how many steps the stage has at most
 * @param values every loss term and mean score of the last update, by name: {@code critic.loss}, {@code score.real}, and
 *     the norm of each network that learns and of its last gradients: {@code generator.norm}, {@code
 *     generator.gradient-norm}
 * @param heldOut the scores of held-out images, from stage 1 on
 * @param imagesPerSecond real images per second of training since the report before
 * @param ending why the stage is over, when it is
 */
public record StepReport(
        TrainingProgress progress,
        int steps,
        Map<String, Double> values,
        Optional<HeldOutScores> heldOut,
        double imagesPerSecond,
        Optional<StageReport.Reason> ending) {

    /** The name of the first value that is not a finite number. */
    Optional<String> notFinite() {
        return notFinite(values);
    }

    static Optional<String> notFinite(Map<String, Double> values) {
        return values.entrySet().stream()
                .filter(entry -> !Double.isFinite(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
