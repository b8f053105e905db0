package dev.gangway.plans;

import dev.gangway.contracts.recipe.AdamDecay;
import dev.gangway.contracts.recipe.OptimizerRecipe;
import dev.gangway.contracts.recipe.StableGap;
import dev.gangway.gan.optimizer.AdamSettings;
import dev.gangway.gan.optimizer.OptimizerSettings;
import dev.gangway.gan.optimizer.RmsPropSettings;
import dev.gangway.gan.training.GapStability;
import java.util.Optional;

/** What several kinds of stages have in common. */
final class Optimizers {

    private static final double EPSILON = 1e-8;

    private Optimizers() {}

    static OptimizerSettings of(OptimizerRecipe optimizer) {
        if (optimizer instanceof OptimizerRecipe.RmsProp rmsProp) {
            return new RmsPropSettings(rmsProp.alpha(), EPSILON);
        }
        OptimizerRecipe.Adam adam = (OptimizerRecipe.Adam) optimizer;
        return new AdamSettings(adam.beta1(), adam.beta2(), EPSILON);
    }

    static AdamSettings of(AdamDecay decay) {
        return new AdamSettings(decay.beta1(), decay.beta2(), EPSILON);
    }

    static Optional<GapStability> stability(StableGap stable) {
        return Optional.ofNullable(stable).map(gap -> new GapStability(gap.epochs(), gap.tolerance()));
    }
}
