package dev.gangway.benchmarks.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.benchmarks.image.BundledImages;
import dev.gangway.benchmarks.image.SmallArchive;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.training.TrainingImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShelfTest {

    private static final String TINY = """
            {"network": {"width": 4, "latent": 8},
             "stages": {"0": {"phases": [{"updates": %d, "learningRate": 0.002}]},
                        "1": {"phases": [{"updates": 1, "learningRate": 0.0003}]}},
             "measurements": {"updates": 2, "heldOut": 4}}
            """;

    @TempDir
    private Path folder;

    @Test
    void networksAreTrainedOnceAndAnewForAnotherRecipe() throws IOException {
        List<String> told = new ArrayList<>();
        byte[] first = sample(1, told);
        assertThat(told).singleElement().asString().startsWith("training rankgan-quick");
        assertThat(sample(1, told)).isEqualTo(first);
        assertThat(told).hasSize(1);
        assertThat(sample(2, told)).isNotEqualTo(first);
        assertThat(told).hasSize(2);
    }

    private byte[] sample(int updates, List<String> told) throws IOException {
        Recipe recipe = Recipes.named("rankgan-quick", new ObjectMapper().readTree(TINY.formatted(updates)));
        BundledImages images = SmallArchive.in(folder, 40, 32);
        TrainingImages few = new TrainingImages(images.test(32), images.validation(4));
        try (TrainedModel model = new ModelShelf(folder, Device.cpu()).model(recipe, few, told::add)) {
            return model.samples(1).pixels();
        }
    }
}
