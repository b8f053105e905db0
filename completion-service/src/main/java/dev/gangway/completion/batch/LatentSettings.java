package dev.gangway.completion.batch;

import dev.gangway.gan.completion.CompletionSettings;
import dev.gangway.gan.completion.PerceptualLoss;

/** Turns a task's settings into the plain ones that images are completed with. */
final class LatentSettings {

    private LatentSettings() {}

    /** The settings for RankGAN eq. 8-11; refuses what the optimisation does not take. */
    static CompletionSettings of(dev.gangway.contracts.recipe.CompletionSettings settings) throws TaskRefusedException {
        CompletionSettings.Start start =
                switch (settings.start()) {
                    case ENCODER -> CompletionSettings.Start.ENCODER;
                    case PRIOR -> CompletionSettings.Start.PRIOR;
                };
        try {
            return new CompletionSettings(
                    settings.lambda(), PerceptualLoss.RANKGAN, settings.steps(), settings.learningRate(), start);
        } catch (IllegalArgumentException e) {
            throw new TaskRefusedException("settings-refused", e.getMessage(), e);
        }
    }
}
