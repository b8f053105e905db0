package dev.gangway.trainer.stage;

import dev.gangway.gan.training.StageReport;
import dev.gangway.gan.training.StageSettings;
import dev.gangway.gan.training.StepReport;
import dev.gangway.gan.training.TrainingObserver;
import dev.gangway.gan.training.TrainingProgress;
import dev.gangway.gan.training.TrainingState;
import java.util.List;

/** Several observers as one, told in their order. */
record Observers(List<TrainingObserver> all) implements TrainingObserver {

    @Override
    public void stageStarted(TrainingProgress progress, StageSettings settings) {
        all.forEach(observer -> observer.stageStarted(progress, settings));
    }

    @Override
    public void reported(StepReport report, TrainingState state) {
        all.forEach(observer -> observer.reported(report, state));
    }

    @Override
    public void stageFinished(StageReport report, TrainingState state) {
        all.forEach(observer -> observer.stageFinished(report, state));
    }
}
