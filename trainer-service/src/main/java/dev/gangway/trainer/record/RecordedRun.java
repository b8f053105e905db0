package dev.gangway.trainer.record;

import ai.djl.Device;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.gan.training.StagePlan;
import dev.gangway.gan.training.StopSignal;
import dev.gangway.gan.training.TrainingImages;
import java.util.Locale;

/**
 * The run that a record is of.
 *
 * @param job what was asked for
 * @param plan the job's recipe as plain settings
 * @param images what is learned from, and what is measured on
 * @param device where images are made and described
 * @param stop ends measurements that take long
 */
public record RecordedRun(TrainingJob job, StagePlan plan, TrainingImages images, Device device, StopSignal stop) {

    /** Updates (batches) of the networks that lie behind {@code step} steps of a stage. */
    long updates(int stage, long step) {
        return step * plan.settings(stage).batchesPerStep();
    }

    /** What a stage is called in pictures: its number and its kind. */
    String caption(int stage) {
        return "stage " + stage + " " + job.recipe().stage(stage).kind().name().toLowerCase(Locale.ROOT);
    }
}
