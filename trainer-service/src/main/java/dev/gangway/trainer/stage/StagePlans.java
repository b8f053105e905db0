package dev.gangway.trainer.stage;

import dev.gangway.contracts.recipe.NetworkRecipe;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.StageRecipe;
import dev.gangway.gan.loss.ClampLoss;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.Initialisation;
import dev.gangway.gan.network.Upsampling;
import dev.gangway.gan.optimizer.AdamSettings;
import dev.gangway.gan.training.CriticSettings;
import dev.gangway.gan.training.LearningRates;
import dev.gangway.gan.training.RankedSettings;
import dev.gangway.gan.training.StagePlan;
import dev.gangway.gan.training.StageSettings;
import dev.gangway.gan.training.VaeSettings;
import java.util.List;
import java.util.Optional;

/** Turns a recipe into the plain settings that the networks are trained with. */
final class StagePlans {

    private static final double ADAM_EPSILON = 1e-8;

    /** Both generators of a ranked stage are equal at first, so its order counts only after this share of its steps. */
    private static final int ORDER_COUNTS_AFTER = 4;

    private StagePlans() {}

    static StagePlan of(Recipe recipe) {
        List<StageSettings> stages = recipe.stages().stream()
                .map(stage -> settings(recipe.batch(), stage))
                .toList();
        return new StagePlan(
                architecture(recipe.network()),
                recipe.seed(),
                recipe.measurements().updates(),
                recipe.measurements().heldOut(),
                stages);
    }

    private static Architecture architecture(NetworkRecipe network) {
        Upsampling upsampling =
                switch (network.upsampling()) {
                    case BILINEAR -> Upsampling.BILINEAR;
                    case TRANSPOSED -> Upsampling.TRANSPOSED_CONVOLUTION;
                };
        return new Architecture(network.imageSize(), network.width(), network.latent(), upsampling, Initialisation.HE);
    }

    private static StageSettings settings(int batch, StageRecipe stage) {
        if (stage instanceof StageRecipe.Vae vae) {
            return new VaeSettings(batch, rates(vae.phases()), adam(vae.adam()), vae.klWeight());
        }
        if (stage instanceof StageRecipe.Critic critic) {
            return new CriticSettings(batch, rates(critic.phases()), adam(critic.adam()), critic.gradientPenalty());
        }
        return ranked(batch, (StageRecipe.Ranked) stage);
    }

    private static RankedSettings ranked(int batch, StageRecipe.Ranked ranked) {
        RankedSettings.Critic critic = new RankedSettings.Critic(
                ranked.criticSteps(),
                ranked.critic().learningRate(),
                adam(ranked.critic()),
                ranked.gradientPenalty(),
                new RankedSettings.Clamp(
                        ranked.clamp().weight(), form(ranked.clamp().over())));
        RankedSettings.Generator generator =
                new RankedSettings.Generator(ranked.generator().learningRate(), adam(ranked.generator()));
        Optional<RankedSettings.OrderLimit> limit = Optional.ofNullable(ranked.minimumOrder())
                .map(least -> new RankedSettings.OrderLimit(least, Math.max(1, ranked.updates() / ORDER_COUNTS_AFTER)));
        return new RankedSettings(ranked.updates(), batch, critic, generator, limit);
    }

    private static ClampLoss.Form form(StageRecipe.Clamp.Over over) {
        return switch (over) {
            case SAMPLE -> ClampLoss.Form.PER_SAMPLE;
            case BATCH_MEAN -> ClampLoss.Form.BATCH_MEAN;
        };
    }

    private static LearningRates rates(List<StageRecipe.Phase> phases) {
        return new LearningRates(phases.stream()
                .map(phase -> new LearningRates.Phase(phase.updates(), phase.learningRate()))
                .toList());
    }

    private static AdamSettings adam(StageRecipe.AdamDecay decay) {
        return new AdamSettings(decay.beta1(), decay.beta2(), ADAM_EPSILON);
    }

    private static AdamSettings adam(StageRecipe.AdamRecipe adam) {
        return new AdamSettings(adam.beta1(), adam.beta2(), ADAM_EPSILON);
    }
}
