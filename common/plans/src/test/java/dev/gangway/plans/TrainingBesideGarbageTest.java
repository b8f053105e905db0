package dev.gangway.plans;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.contracts.recipe.StageRecipe;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.training.Snapshot;
import dev.gangway.gan.training.StagePlan;
import dev.gangway.gan.training.StopSignal;
import dev.gangway.gan.training.TrainingImages;
import dev.gangway.gan.training.TrainingObserver;
import dev.gangway.gan.training.TrainingOutcome;
import dev.gangway.gan.training.TrainingRun;
import dev.gangway.testing.Garbage;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingBesideGarbageTest {

    private static final int SIZE = 16;
    private static final int STEPS = 30;
    private static final TrainingImages IMAGES = new TrainingImages(noise(24, 1), noise(8, 2));

    static List<String> recipes() {
        return Recipes.names();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void everyRecipeTrainsThirtyStepsToTheSameBitsBesideAThreadThatMakesGarbage(String recipe) {
        StagePlan plan = StagePlans.of(tiny(recipe), IMAGES.training().count());
        Snapshot undisturbed = trained(plan);
        try (Garbage garbage = Garbage.beside()) {
            Snapshot disturbed = trained(plan);
            assertThat(disturbed.progress()).isEqualTo(undisturbed.progress());
            undisturbed.parts().forEach((name, bytes) -> assertThat(disturbed.part(name))
                    .as(name)
                    .isEqualTo(bytes));
            assertThat(garbage.collections()).isPositive();
        }
    }

    private static Snapshot trained(StagePlan plan) {
        try (TrainingRun run = TrainingRun.start(plan, IMAGES, Device.cpu())) {
            assertThat(run.run(TrainingObserver.NONE, StopSignal.NEVER)).isInstanceOf(TrainingOutcome.Finished.class);
            return run.state().snapshot();
        }
    }

    /** The recipe with its methods and rates, with all its stages, but small. */
    private static Recipe tiny(String name) {
        ObjectNode overrides = JsonNodeFactory.instance.objectNode().put("batch", 4);
        overrides.putObject("network").put("imageSize", SIZE).put("width", 2).put("latent", 5);
        overrides.putObject("measurements").put("updates", 10).put("heldOut", 8);
        List<StageRecipe> stages = Recipes.named(name).stages();
        ObjectNode changed = overrides.putObject("stages");
        for (int stage = 0; stage < stages.size(); stage++) {
            shorten(changed.putObject(Integer.toString(stage)), stages.get(stage), STEPS / stages.size());
        }
        return Recipes.named(name, overrides);
    }

    private static void shorten(ObjectNode changes, StageRecipe stage, int steps) {
        switch (stage.kind()) {
            case VAE, CRITIC ->
                changes.putArray("phases").addObject().put("updates", steps).put("learningRate", 1e-4);
            case ADVERSARIAL, RANKED ->
                changes.put("updates", steps).putNull("epochs").putNull("batch");
        }
    }

    private static ImageArray noise(int count, long seed) {
        byte[] pixels = new byte[count * 3 * SIZE * SIZE];
        new SplittableRandom(seed).nextBytes(pixels);
        return new ImageArray(SIZE, pixels);
    }
}
