package dev.gangway.local.paper.run;

import dev.gangway.local.paper.plan.Evaluation;
import dev.gangway.local.paper.plan.PlannedJob;
import dev.gangway.local.paper.plan.Training;
import dev.gangway.local.paper.plan.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run found; jobs that did not succeed have nothing here.
 *
 * @param trainings what came of training jobs
 * @param completions what came of completion jobs
 */
public record Findings(
        Map<Training, TrainingResults> trainings, Map<PlannedJob.Completing, CompletionResults> completions) {

    public Findings {
        trainings = Map.copyOf(trainings);
        completions = Map.copyOf(completions);
    }

    /** What came of a training. */
    public Optional<TrainingResults> of(Training training) {
        return Optional.ofNullable(trainings.get(training));
    }

    /** What came of an evaluation. */
    public Optional<CompletionResults> of(Evaluation evaluation) {
        return Optional.ofNullable(completions.get(evaluation));
    }

    /** What is chosen by {@code trials}; empty unless all of them succeeded. */
    public Optional<SettingsChoice> choice(List<Trial> trials) {
        return SettingsChoice.by(trials, trial -> Optional.ofNullable(completions.get(trial)));
    }
}
