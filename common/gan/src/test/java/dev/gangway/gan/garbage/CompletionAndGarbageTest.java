package dev.gangway.gan.garbage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.gangway.gan.Pictures;
import dev.gangway.gan.completion.Completion;
import dev.gangway.gan.completion.CompletionSettings;
import dev.gangway.gan.completion.LatentOptimizer;
import dev.gangway.gan.completion.blending.Blending;
import dev.gangway.gan.completion.mask.Mask;
import dev.gangway.gan.completion.objective.ObjectiveSettings;
import dev.gangway.gan.completion.objective.PerceptualLoss;
import dev.gangway.gan.completion.search.SearchSettings;
import dev.gangway.gan.completion.search.StopRule;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.optimizer.AdamSettings;
import dev.gangway.gan.optimizer.NesterovSettings;
import dev.gangway.gan.optimizer.OptimizerSettings;
import dev.gangway.gan.optimizer.RmsPropSettings;
import dev.gangway.testing.Garbage;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompletionAndGarbageTest {

    private static final ImageArray IMAGES = Pictures.squares(3, 16, 3);

    static Stream<Arguments> searches() {
        return Stream.of(
                Arguments.of("DCGAN", AdamSettings.USUAL, PerceptualLoss.RANKGAN),
                Arguments.of("bilinear DCGAN with batch norm", RmsPropSettings.USUAL, PerceptualLoss.GOGAN),
                Arguments.of("ProGAN", NesterovSettings.USUAL, PerceptualLoss.RANKGAN));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void imagesAreCompletedWithTheSameBitsBesideAThreadThatMakesGarbage(
            String network, OptimizerSettings optimizer, PerceptualLoss perceptual) {
        CompletionSettings settings = new CompletionSettings(
                new ObjectiveSettings(10, perceptual, 3),
                new SearchSettings(10, 0.05, optimizer, OptionalDouble.of(3), StopRule.NEVER),
                new CompletionSettings.FromEncoder(),
                Blending.PASTE);
        try (TrainedModel model = model(NetworkPaths.ARCHITECTURES.get(network))) {
            LatentOptimizer search = new LatentOptimizer(model, settings);
            Completion undisturbed = complete(search);
            try (Garbage garbage = Garbage.beside()) {
                Completion disturbed = complete(search);
                assertThat(disturbed.images().pixels())
                        .isEqualTo(undisturbed.images().pixels());
                assertThat(disturbed.searches()).isEqualTo(undisturbed.searches());
                assertThat(garbage.collections()).isPositive();
            }
        }
    }

    private static Completion complete(LatentOptimizer search) {
        return search.complete(IMAGES, Mask.centreSquare(16, 0.25), 1, 2, 3);
    }

    /** The networks before their first update. */
    private static TrainedModel model(Architecture architecture) {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            return TrainedModel.load(
                    Device.cpu(),
                    architecture,
                    Map.of(
                            "generator", architecture.firstGenerator(manager, 1).toSafetensors(),
                            "discriminator",
                                    architecture.firstCritic(manager, 1).toSafetensors(),
                            "encoder", architecture.firstEncoder(manager, 1).toSafetensors()));
        }
    }
}
