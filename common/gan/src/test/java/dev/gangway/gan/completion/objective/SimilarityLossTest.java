package dev.gangway.gan.completion.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.NativeTest;
import dev.gangway.gan.Reference;
import dev.gangway.gan.completion.mask.Mask;
import dev.gangway.gan.completion.mask.RandomMasks;
import dev.gangway.testing.ReferenceFiles;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarityLossTest extends NativeTest {

    @Test
    void withEverythingVisibleItIsOneLessTheReferencesSsim() {
        NDArray loss = loss(test(), truth(), everything());
        double[] ssim =
                ReferenceFiles.read().array("metrics.ssim_wang_per_image").values();
        double[] found = loss.toDoubleArray();
        assertThat(found).hasSameSizeAs(ssim);
        for (int i = 0; i < ssim.length; i++) {
            assertThat(1 - found[i]).isCloseTo(ssim[i], within(1e-9));
        }
    }

    @Test
    void whatIsHiddenDoesNotMatter() {
        NDArray truth = truth();
        Mask mask = RandomMasks.blocks(size(truth), 0.3, 2, 4);
        NDArray visible = Mask.batch(manager, List.of(mask)).toType(DataType.FLOAT64, false);
        NDArray otherwise = truth.mul(visible).add(visible.neg().add(1).mul(0.7));
        assertThat(loss(otherwise, truth, visible).toDoubleArray()).containsOnly(0.0);
        assertThat(loss(test(), truth, visible).min().getDouble()).isGreaterThan(0.001);
    }

    @Test
    void itsGradientIsThatOfFiniteDifferences() {
        NDArray truth = truth();
        NDArray visible = Mask.batch(manager, List.of(Mask.centreSquare(size(truth), 0.1)))
                .toType(DataType.FLOAT64, false);
        NDArray generated = test();
        generated.setRequiresGradient(true);
        NDArray loss =
                operations.recording(() -> loss(generated, truth, visible).sum());
        double[] gradient = operations
                .gradients(loss, List.of(generated))
                .singletonOrThrow()
                .toDoubleArray();
        double step = 1e-5;
        for (int value : new int[] {3, 7 * size(truth) + 7, 500}) {
            double up = loss(moved(value, step), truth, visible).sum().getDouble();
            double down = loss(moved(value, -step), truth, visible).sum().getDouble();
            assertThat(gradient[value]).isCloseTo((up - down) / (2 * step), within(1e-7));
        }
        assertThat(Arrays.stream(gradient).max().orElseThrow()).isGreaterThan(1e-4);
    }

    private NDArray moved(int value, double by) {
        NDArray moved = test();
        double[] values = moved.toDoubleArray();
        values[value] += by;
        return manager.create(values, moved.getShape());
    }

    private NDArray loss(NDArray generated, NDArray image, NDArray mask) {
        return new SimilarityLoss(operations).of(generated, image, mask);
    }

    private NDArray everything() {
        int size = size(truth());
        return manager.ones(new Shape(1, 1, size, size), DataType.FLOAT64);
    }

    private NDArray truth() {
        return signed("metrics.truth_u8_nhwc");
    }

    private NDArray test() {
        return signed("metrics.test_u8_nhwc");
    }

    private NDArray signed(String name) {
        return new Reference(manager, DataType.FLOAT64)
                .array(name)
                .transpose(0, 3, 1, 2)
                .div(127.5)
                .sub(1)
                .duplicate();
    }

    private static int size(NDArray images) {
        return Math.toIntExact(images.getShape().get(2));
    }
}
