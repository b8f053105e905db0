package dev.gangway.plans;

import dev.gangway.contracts.recipe.AdversarialRecipe;
import dev.gangway.contracts.recipe.CriticRecipe;
import dev.gangway.contracts.recipe.RankedRecipe;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.StageRecipe;
import dev.gangway.contracts.recipe.VaeRecipe;
import dev.gangway.gan.training.StagePlan;
import dev.gangway.gan.training.StageSettings;
import java.util.List;
import java.util.OptionalDouble;

/** The stages that a recipe trains. */
public final class StagePlans {

    private StagePlans() {}

    /**
     * The plan of a training by {@code recipe} on {@code images} training images.
     *
     * @throws IllegalArgumentException when it cannot be carried out
     */
    public static StagePlan of(Recipe recipe, int images) {
        List<StageSettings> stages = recipe.stages().stream()
                .map(stage -> settings(new Epochs(images, recipe.batchOf(stage)), stage))
                .toList();
        OptionalDouble average = recipe.generatorAverage() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(recipe.generatorAverage());
        return new StagePlan(
                Architectures.of(recipe.network()),
                new StagePlan.Computation(recipe.seed(), Architectures.precision(recipe.network()), average),
                new StagePlan.Measurement(
                        recipe.measurements().updates(), recipe.measurements().heldOut()),
                stages);
    }

    private static StageSettings settings(Epochs epochs, StageRecipe stage) {
        if (stage instanceof VaeRecipe vae) {
            return RankedStages.vae(epochs, vae);
        }
        if (stage instanceof CriticRecipe critic) {
            return RankedStages.critic(epochs, critic);
        }
        if (stage instanceof AdversarialRecipe adversarial) {
            return AdversarialStages.of(epochs, adversarial);
        }
        return RankedStages.ranked(epochs, (RankedRecipe) stage);
    }
}
