package dev.gangway.plans;

import dev.gangway.contracts.recipe.AdversarialRecipe;
import dev.gangway.contracts.recipe.LossRecipe;
import dev.gangway.gan.loss.AdversarialLoss;
import dev.gangway.gan.loss.LeastSquaresLoss;
import dev.gangway.gan.loss.MarginLoss;
import dev.gangway.gan.loss.NonSaturatingLoss;
import dev.gangway.gan.loss.WassersteinLoss;
import dev.gangway.gan.training.AdversarialSettings;
import java.util.Optional;
import java.util.OptionalDouble;

/** The stages of GAN, LSGAN, WGAN and GoGAN. */
final class AdversarialStages {

    private AdversarialStages() {}

    static AdversarialSettings of(Epochs epochs, AdversarialRecipe stage) {
        OptionalDouble clip = stage.clip() == null ? OptionalDouble.empty() : OptionalDouble.of(stage.clip());
        return new AdversarialSettings(
                epochs.steps(stage.updates(), stage.epochs(), stage.criticSteps()),
                epochs.batch(),
                loss(stage.loss()),
                ranking(stage.loss()),
                new AdversarialSettings.Critic(
                        stage.criticSteps(),
                        stage.critic().learningRate(),
                        Optimizers.of(stage.critic()),
                        clip,
                        stage.gradientPenalty()),
                new AdversarialSettings.Generator(stage.generator().learningRate(), Optimizers.of(stage.generator())),
                Optimizers.stability(stage.stableGap()));
    }

    private static AdversarialLoss loss(LossRecipe loss) {
        if (loss instanceof LossRecipe.NonSaturating) {
            return new NonSaturatingLoss();
        }
        if (loss instanceof LossRecipe.LeastSquares) {
            return new LeastSquaresLoss();
        }
        if (loss instanceof LossRecipe.Margin margin) {
            return new MarginLoss(margin.epsilon());
        }
        return loss instanceof LossRecipe.Gang gang ? new MarginLoss(gang.epsilon()) : new WassersteinLoss();
    }

    private static Optional<AdversarialSettings.Ranking> ranking(LossRecipe loss) {
        return loss instanceof LossRecipe.Gang gang
                ? Optional.of(new AdversarialSettings.Ranking(gang.lambda1(), gang.lambda2(), gang.epsilon()))
                : Optional.empty();
    }
}
