package dev.gangway.plans;

import dev.gangway.contracts.recipe.CompletionSettings.Optimizer;
import dev.gangway.contracts.recipe.CompletionSettings.Perceptual;
import dev.gangway.contracts.recipe.CompletionSettings.StopRule;
import dev.gangway.gan.completion.CompletionSettings;
import dev.gangway.gan.completion.CompletionSettings.FromEncoder;
import dev.gangway.gan.completion.CompletionSettings.FromPrior;
import dev.gangway.gan.completion.CompletionSettings.Start;
import dev.gangway.gan.completion.blending.Blending;
import dev.gangway.gan.completion.objective.ObjectiveSettings;
import dev.gangway.gan.completion.objective.PerceptualLoss;
import dev.gangway.gan.completion.search.SearchSettings;
import dev.gangway.gan.optimizer.AdamSettings;
import dev.gangway.gan.optimizer.NesterovSettings;
import dev.gangway.gan.optimizer.OptimizerSettings;
import dev.gangway.gan.optimizer.RmsPropSettings;
import java.util.Objects;
import java.util.OptionalDouble;

/** How images are completed. */
public final class LatentSettings {

    private LatentSettings() {}

    /**
     * The settings for RankGAN eq. 8-11, GoGAN eq. 30-33; what is left out has its default.
     *
     * @throws IllegalArgumentException when the optimisation does not take them
     */
    public static CompletionSettings of(dev.gangway.contracts.recipe.CompletionSettings settings) {
        return new CompletionSettings(
                objective(settings), search(settings), start(settings), blending(settings.blending()));
    }

    private static ObjectiveSettings objective(dev.gangway.contracts.recipe.CompletionSettings settings) {
        return new ObjectiveSettings(
                settings.lambda(),
                perceptual(settings.perceptual()),
                Objects.requireNonNullElse(settings.similarity(), 0.0));
    }

    private static PerceptualLoss perceptual(Perceptual perceptual) {
        return switch (Objects.requireNonNullElse(perceptual, Perceptual.RANKGAN)) {
            case RANKGAN -> PerceptualLoss.RANKGAN;
            case GOGAN -> PerceptualLoss.GOGAN;
        };
    }

    private static SearchSettings search(dev.gangway.contracts.recipe.CompletionSettings settings) {
        return new SearchSettings(
                settings.steps(),
                settings.learningRate(),
                optimizer(settings.optimizer()),
                settings.clip() == null ? OptionalDouble.empty() : OptionalDouble.of(settings.clip()),
                stop(settings.stop()));
    }

    private static OptimizerSettings optimizer(Optimizer optimizer) {
        return switch (Objects.requireNonNullElse(optimizer, Optimizer.ADAM)) {
            case ADAM -> AdamSettings.USUAL;
            case RMSPROP -> RmsPropSettings.USUAL;
            case NESTEROV -> NesterovSettings.USUAL;
        };
    }

    private static dev.gangway.gan.completion.search.StopRule stop(StopRule stop) {
        return stop == null
                ? dev.gangway.gan.completion.search.StopRule.NEVER
                : new dev.gangway.gan.completion.search.StopRule(stop.tolerance(), stop.window(), stop.minimum());
    }

    private static Start start(dev.gangway.contracts.recipe.CompletionSettings settings) {
        return switch (settings.start()) {
            case ENCODER -> new FromEncoder();
            case PRIOR -> new FromPrior(Objects.requireNonNullElse(settings.starts(), 1));
        };
    }

    private static Blending blending(dev.gangway.contracts.recipe.CompletionSettings.Blending blending) {
        return switch (Objects.requireNonNullElse(
                blending, dev.gangway.contracts.recipe.CompletionSettings.Blending.PASTE)) {
            case PASTE -> Blending.PASTE;
            case POISSON -> Blending.POISSON;
        };
    }
}
