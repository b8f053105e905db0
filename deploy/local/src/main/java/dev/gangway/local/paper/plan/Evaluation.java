package dev.gangway.local.paper.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.recipe.MaskRecipe;
import java.util.Comparator;
import java.util.List;

/**
 * Completes test images, once for each checkpoint and mask, with the settings that did best on validation images.
 *
 * @param training whose checkpoint
 * @param stage the stage that it ends
 * @param mask what is hidden
 * @param trials what the settings are chosen by
 * @param count how many test images
 */
public record Evaluation(Training training, int stage, MaskRecipe mask, List<Trial> trials, int count)
        implements PlannedJob.Completing {

    public Evaluation {
        trials = List.copyOf(trials);
    }

    /** Does not depend on which settings are chosen: an evaluation is made once. */
    @Override
    public String key() {
        StringBuilder text =
                new StringBuilder(request(training.key(), new Settings(0, 0)).toString());
        trials.forEach(trial -> text.append(trial.key()));
        return "test-" + Digest.of(text.toString());
    }

    @Override
    public String title() {
        return "test of " + training.title() + ", stage " + stage + ", " + Masks.title(mask);
    }

    @Override
    public double seconds() {
        Settings slowest = trials.stream()
                .map(Trial::settings)
                .max(Comparator.comparingInt(Settings::steps))
                .orElseThrow();
        return training.method().estimate().ofCompletion(count, slowest);
    }

    /** What is posted once {@code trainingJob} has ended the stage and the settings are chosen. */
    public ObjectNode request(String trainingJob, Settings chosen) {
        return new CompletionBody(training.images(), Split.TEST, count, mask).of(trainingJob, stage, chosen);
    }
}
