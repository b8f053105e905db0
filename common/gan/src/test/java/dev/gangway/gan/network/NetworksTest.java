package dev.gangway.gan.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.NativeTest;
import dev.gangway.gan.loss.GradientPenalty;
import dev.gangway.gan.random.Seeds;
import dev.gangway.gan.torchscript.Layer;
import dev.gangway.gan.torchscript.Precision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworksTest extends NativeTest {

    static Stream<Architecture> architectures() {
        return Stream.of(32, 64, 128)
                .flatMap(size -> Stream.of(
                        dcgan(size, Upsampling.BILINEAR, Normalisation.NONE),
                        dcgan(size, Upsampling.TRANSPOSED_CONVOLUTION, Normalisation.BATCH),
                        new ProgressiveArchitecture(size, 2, 5)));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void everyArchitectureMakesScoresAndEncodesImagesOfItsSize(Architecture architecture) {
        Networks networks = architecture.networks(operations, Precision.FULL);
        NDArray images = networks.generate(architecture.firstGenerator(manager, 1), normal(2, 5));
        assertThat(images.getShape()).isEqualTo(new Shape(2, 3, architecture.size(), architecture.size()));
        assertThat(images.abs().max().getFloat()).isLessThanOrEqualTo(1);
        assertThat(networks.score(architecture.firstCritic(manager, 1), images).getShape())
                .isEqualTo(new Shape(2));
        Posterior posterior = networks.encode(architecture.firstEncoder(manager, 1), images);
        assertThat(posterior.mean().getShape()).isEqualTo(new Shape(2, 5));
        assertThat(posterior.logVariance().getShape()).isEqualTo(new Shape(2, 5));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void anImageIsMadeAndScoredAlikeInEveryBatch(Architecture architecture) {
        Networks networks = architecture.networks(operations, Precision.FULL);
        Parameters generator = architecture.firstGenerator(manager, 1);
        Parameters critic = architecture.firstCritic(manager, 1);
        NDArray z = normal(4, 5);
        networks.learning().score(critic, networks.learning().generate(generator, z));

        NDArray together = networks.score(critic, networks.generate(generator, z));
        NDArray alone = networks.score(critic, networks.generate(generator, z.get("2:3")));

        assertThat(alone.getFloat(0)).isCloseTo(together.getFloat(2), offset(1e-4f));
    }

    @Test
    void theAuthorsGeneratorHasTheirChannels() {
        List<Long> outputs = new ProgressiveArchitecture(64, 32, 100)
                .generator().arrays().stream()
                        .filter(array -> array.name().endsWith(".bias"))
                        .map(array -> array.shape().get(0))
                        .distinct()
                        .toList();
        assertThat(outputs).containsExactly(512L, 256L, 128L, 64L, 32L, 3L);
    }

    @Test
    void batchNormNormalisesByTheBatchWhileLearningAndByWhatItSawAfterwards() {
        NDArray x = normal(64, 3).reshape(16, 3, 2, 2).mul(5).add(2);
        NDArray scale = manager.ones(new Shape(3));
        NDArray shift = manager.zeros(new Shape(3));
        NDArray mean = manager.zeros(new Shape(3));
        NDArray variance = manager.ones(new Shape(3));

        NDArray learning = operations.apply(Layer.BATCH_NORM_LEARNING, x, scale, shift, mean, variance);

        assertThat(learning.mean().getFloat()).isCloseTo(0, offset(1e-5f));
        NDArray channel = x.get(":, 1");
        assertThat(mean.getFloat(1)).isCloseTo(0.1f * channel.mean().getFloat(), offset(1e-4f));
        NDArray after = operations.apply(Layer.BATCH_NORM, x, scale, shift, mean, variance);
        float expected = (x.getFloat(0, 1, 0, 0) - mean.getFloat(1)) / (float) Math.sqrt(variance.getFloat(1) + 1e-5);
        assertThat(after.getFloat(0, 1, 0, 0)).isCloseTo(expected, offset(1e-4f));
    }

    @Test
    void pixelNormLeavesEachPixelWithAMeanSquareOfOne() {
        NDArray normed = operations.apply(Layer.PIXEL_NORM, normal(32, 4).reshape(2, 16, 2, 2));
        assertThat(normed.square().mean(new int[] {1}).sub(1).abs().max().getFloat())
                .isLessThan(1e-4f);
    }

    @Test
    void aBatchOfOneImageTwiceHasNoDeviationAndADifferentOneHas() {
        NDArray one = normal(1, 48).reshape(1, 3, 4, 4);
        NDArray running = manager.zeros(new Shape(1));
        NDArray same = deviation(one.repeat(0, 2), running);
        assertThat(same.get(":, 3").max().getFloat()).isLessThan(1e-3f);
        NDArray different = deviation(normal(2, 48).reshape(2, 3, 4, 4), running);
        assertThat(different.getShape()).isEqualTo(new Shape(2, 4, 4, 4));
        assertThat(different.get(":, 3").min().getFloat()).isGreaterThan(0.1f);
        assertThat(running.getFloat(0)).isGreaterThan(0.01f);
    }

    @Test
    void thePenaltyOfAProgressiveCriticHasSecondOrderGradients() {
        Architecture architecture = new ProgressiveArchitecture(16, 2, 5);
        Networks learning = architecture.networks(operations, Precision.FULL).learning();
        Parameters critic = architecture.firstCritic(manager, 1).trainable();
        NDArray real = normal(4, 768).reshape(4, 3, 16, 16);
        NDArray fake = normal(4, 768).reshape(4, 3, 16, 16).mul(0.5);
        NDArray alpha = manager.ones(new Shape(4, 1, 1, 1)).mul(0.5);
        NDArray penalty = operations.recording(
                () -> new GradientPenalty(operations).of(images -> learning.score(critic, images), real, fake, alpha));
        NDArray norm = operations.totalNorm(
                manager,
                operations.gradients(penalty, List.copyOf(critic.variables().values())));
        assertThat(norm.getFloat()).isFinite().isPositive();
    }

    private NDArray deviation(NDArray x, NDArray running) {
        return operations.apply(Layer.MINIBATCH_DEVIATION_LEARNING, x, running);
    }

    private NDArray normal(int rows, int columns) {
        return manager.create(Seeds.gaussians(Seeds.generator(7, rows), rows * columns), new Shape(rows, columns));
    }

    private static Architecture dcgan(int size, Upsampling upsampling, Normalisation normalisation) {
        return new DcganArchitecture(size, 2, 5, upsampling, normalisation, Initialisation.HE);
    }
}
