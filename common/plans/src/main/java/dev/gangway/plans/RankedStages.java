package dev.gangway.plans;

import dev.gangway.contracts.recipe.Clamp;
import dev.gangway.contracts.recipe.CriticRecipe;
import dev.gangway.contracts.recipe.LatentOrigin;
import dev.gangway.contracts.recipe.RankedRecipe;
import dev.gangway.contracts.recipe.VaeRecipe;
import dev.gangway.gan.loss.ClampLoss;
import dev.gangway.gan.training.CriticSettings;
import dev.gangway.gan.training.Latents;
import dev.gangway.gan.training.RankedSettings;
import dev.gangway.gan.training.VaeSettings;
import java.util.Optional;

/** The stages of RankGAN. */
final class RankedStages {

    /** Both generators of a ranked stage are equal at first, so its order counts only after this share of its steps. */
    private static final int ORDER_COUNTS_AFTER = 4;

    private RankedStages() {}

    static VaeSettings vae(Epochs epochs, VaeRecipe vae) {
        return new VaeSettings(
                epochs.batch(), epochs.rates(vae.phases()), Optimizers.of(vae.adam()), vae.klWeight(), vae.occlusion());
    }

    static CriticSettings critic(Epochs epochs, CriticRecipe critic) {
        return new CriticSettings(
                epochs.batch(),
                epochs.rates(critic.phases()),
                Optimizers.of(critic.adam()),
                critic.gradientPenalty(),
                latents(critic.latents()));
    }

    static RankedSettings ranked(Epochs epochs, RankedRecipe ranked) {
        int steps = epochs.steps(ranked.updates(), ranked.epochs(), ranked.criticSteps());
        RankedSettings.Critic critic = new RankedSettings.Critic(
                ranked.criticSteps(),
                ranked.critic().learningRate(),
                Optimizers.of(ranked.critic()),
                ranked.gradientPenalty(),
                clamp(ranked.clamp()));
        RankedSettings.Generator generator = new RankedSettings.Generator(
                ranked.generator().learningRate(),
                Optimizers.of(ranked.generator()),
                ranked.generatorRamp() == null ? 1 : ranked.generatorRamp());
        Optional<RankedSettings.OrderLimit> order = Optional.ofNullable(ranked.minimumOrder())
                .map(least -> new RankedSettings.OrderLimit(least, Math.max(1, steps / ORDER_COUNTS_AFTER)));
        return new RankedSettings(
                steps,
                epochs.batch(),
                latents(ranked.latents()),
                critic,
                generator,
                new RankedSettings.Limits(order, Optimizers.stability(ranked.stableGap())));
    }

    private static RankedSettings.Clamp clamp(Clamp clamp) {
        ClampLoss.Form form =
                switch (clamp.over()) {
                    case SAMPLE -> ClampLoss.Form.PER_SAMPLE;
                    case BATCH_MEAN -> ClampLoss.Form.BATCH_MEAN;
                };
        return new RankedSettings.Clamp(clamp.weight(), form, clamp.decay() == null ? 1 : clamp.decay());
    }

    private static Latents latents(LatentOrigin origin) {
        return switch (origin) {
            case ENCODER -> Latents.ENCODER;
            case PRIOR -> Latents.PRIOR;
        };
    }
}
