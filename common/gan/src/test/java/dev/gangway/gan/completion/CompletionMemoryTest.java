package dev.gangway.gan.completion;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.Pictures;
import dev.gangway.gan.ResidentMemory;
import dev.gangway.gan.completion.blending.Blending;
import dev.gangway.gan.completion.mask.Mask;
import dev.gangway.gan.completion.objective.ObjectiveSettings;
import dev.gangway.gan.completion.objective.PerceptualLoss;
import dev.gangway.gan.completion.search.SearchSettings;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.DcganArchitecture;
import dev.gangway.gan.network.Initialisation;
import dev.gangway.gan.network.Normalisation;
import dev.gangway.gan.network.Upsampling;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs in a process of its own, with a heap of 256 MB that is touched beforehand (see the POM). */
@Tag("memory")
class CompletionMemoryTest {

    private static final int SIZE = 64;
    private static final int IMAGES = 16;
    private static final Architecture NETWORKS =
            new DcganArchitecture(SIZE, 16, 8, Upsampling.BILINEAR, Normalisation.NONE, Initialisation.HE);

    @Test
    void aSearchFromManyStartsTakesNoMoreMemoryThanOneFromTwo() throws Exception {
        try (TrainedModel model = untrained()) {
            long two = largestBeforeUpdates(model, 2);
            long many = largestBeforeUpdates(model, 12);

            assertThat(many - two).isLessThan(100_000);
        }
    }

    @Test
    void holesOfManyShapesAreBlendedInAHeapThatTheirEquationsWouldFill() {
        int size = 128;
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDArray images = manager.full(new Shape(20, 3, size, size), 0.5f);
            List<Mask> masks = IntStream.range(0, 20)
                    .mapToObj(image -> centreSquareAnd(size, image))
                    .toList();

            float[] blended = Blending.POISSON
                    .of(images, manager.zeros(images.getShape()), masks)
                    .toFloatArray();

            assertThat(masks).doesNotHaveDuplicates();
            for (int pixel = 0; pixel < blended.length; pixel += 997) {
                assertThat(blended[pixel]).isBetween(0.4999f, 0.5001f);
            }
        }
    }

    private static Mask centreSquareAnd(int size, int pixel) {
        boolean[] visible = Mask.centreSquare(size, 0.6).visible().clone();
        visible[pixel] = false;
        return new Mask(size, visible);
    }

    /** How large the process was at most when an update of z was about to begin, in kB. */
    private static long largestBeforeUpdates(TrainedModel model, int starts) {
        CompletionSettings settings = new CompletionSettings(
                ObjectiveSettings.of(PerceptualLoss.RANKGAN, 0.1),
                SearchSettings.adam(1, 0.05),
                new CompletionSettings.FromPrior(starts),
                Blending.PASTE);
        long[] largest = new long[1];
        new LatentOptimizer(model, settings)
                .complete(
                        Pictures.squares(IMAGES, SIZE, 1),
                        Mask.centreSquare(SIZE, 0.25),
                        () -> {
                            largest[0] = Math.max(largest[0], ResidentMemory.kilobytes());
                            return false;
                        },
                        IntStream.range(0, IMAGES).asLongStream().toArray());
        return largest[0];
    }

    private static TrainedModel untrained() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            return TrainedModel.load(
                    Device.cpu(),
                    NETWORKS,
                    Map.of(
                            "generator", NETWORKS.firstGenerator(manager, 1).toSafetensors(),
                            "discriminator", NETWORKS.firstCritic(manager, 1).toSafetensors()));
        }
    }
}
