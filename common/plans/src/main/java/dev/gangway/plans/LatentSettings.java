package dev.gangway.plans;

import dev.gangway.gan.completion.CompletionSettings;
import dev.gangway.gan.completion.PerceptualLoss;

/** How images are completed. */
public final class LatentSettings {

    private LatentSettings() {}

    /**
     * The settings for RankGAN eq. 8-11.
     *
     * @throws IllegalArgumentException when the optimisation does not take them
     */
    public static CompletionSettings of(dev.gangway.contracts.recipe.CompletionSettings settings) {
        CompletionSettings.Start start =
                switch (settings.start()) {
                    case ENCODER -> CompletionSettings.Start.ENCODER;
                    case PRIOR -> CompletionSettings.Start.PRIOR;
                };
        return new CompletionSettings(
                settings.lambda(), PerceptualLoss.RANKGAN, settings.steps(), settings.learningRate(), start);
    }
}
