package dev.gangway.local.paper.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.recipe.MaskRecipe;

/**
 * Completes validation images to see how well some settings do.
 *
 * @param training whose checkpoint, always of the first seed
 * @param stage the stage that it ends
 * @param mask what is hidden
 * @param settings what is tried
 * @param count how many validation images
 */
public record Trial(Training training, int stage, MaskRecipe mask, Settings settings, int count)
        implements PlannedJob.Completing {

    @Override
    public String key() {
        return "trial-" + Digest.of(request(training.key()).toString());
    }

    @Override
    public String title() {
        return "trial of " + settings + " for " + training.title() + ", stage " + stage + ", " + Masks.title(mask);
    }

    @Override
    public double seconds() {
        return training.method().estimate().ofCompletion(count, settings);
    }

    /** What is posted once {@code trainingJob} has ended the stage. */
    public ObjectNode request(String trainingJob) {
        return new CompletionBody(training.images(), Split.VALIDATION, count, mask).of(trainingJob, stage, settings);
    }
}
