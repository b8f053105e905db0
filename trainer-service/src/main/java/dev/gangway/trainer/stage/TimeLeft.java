package dev.gangway.trainer.stage;

import dev.gangway.gan.training.StagePlan;
import dev.gangway.gan.training.StageSettings;
import dev.gangway.gan.training.StepReport;
import java.util.OptionalDouble;

/** Estimates how long a training will still take, as if every batch of every stage took as long as the latest did. */
final class TimeLeft {

    private final StagePlan plan;

    TimeLeft(StagePlan plan) {
        this.plan = plan;
    }

    /** Seconds until all stages are over; nothing while the speed is unknown. */
    OptionalDouble seconds(StepReport report) {
        if (!(report.imagesPerSecond() > 0)) {
            return OptionalDouble.empty();
        }
        int running = report.progress().stage();
        double images = images(running, report.steps() - report.progress().step());
        for (int stage = running + 1; stage <= plan.lastStage(); stage++) {
            images += images(stage, plan.settings(stage).steps());
        }
        return OptionalDouble.of(images / report.imagesPerSecond());
    }

    private double images(int stage, int steps) {
        StageSettings settings = plan.settings(stage);
        return (double) steps * settings.batchesPerStep() * settings.batch();
    }
}
