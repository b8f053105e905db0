package dev.gangway.gan.garbage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.NativeTest;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.optimizer.AdamSettings;
import dev.gangway.gan.optimizer.NesterovSettings;
import dev.gangway.gan.optimizer.Optimizer;
import dev.gangway.gan.optimizer.OptimizerSettings;
import dev.gangway.gan.optimizer.RmsPropSettings;
import dev.gangway.gan.optimizer.WeightClipping;
import dev.gangway.testing.Garbage;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OptimizersAndGarbageTest extends NativeTest {

    private static final int UPDATES = 50;
    private static final Shape SHAPE = new Shape(4, 3);

    static Stream<OptimizerSettings> optimizers() {
        return Stream.of(AdamSettings.RANKGAN, RmsPropSettings.USUAL, NesterovSettings.USUAL);
    }

    @Test
    void updatesHaveTheSameBitsWhenGarbageIsCollectedBeforeEachOfTheirSteps() {
        assertThat(updated(Garbage::collect)).isEqualTo(updated(() -> {}));
    }

    @Test
    void noOptimizerIsLeftOut() {
        assertThat(optimizers()).hasSize(OptimizerSettings.class.getPermittedSubclasses().length);
    }

    /** What all optimizers come to, as the text of their bytes. */
    private List<String> updated(Runnable between) {
        try (NDManager owner = manager.newSubManager()) {
            List<Learning> all =
                    optimizers().map(settings -> new Learning(owner, settings)).toList();
            for (int update = 0; update < UPDATES; update++) {
                try (NDManager scope = owner.newSubManager()) {
                    List<NDArray> losses =
                            all.stream().map(each -> each.loss(scope)).toList();
                    between.run();
                    List<NDList> gradients = new ArrayList<>();
                    for (int i = 0; i < losses.size(); i++) {
                        gradients.add(operations.gradients(
                                scope, losses.get(i), all.get(i).network.arrays()));
                    }
                    between.run();
                    for (int i = 0; i < losses.size(); i++) {
                        all.get(i).update(gradients.get(i));
                    }
                }
            }
            return all.stream().flatMap(Learning::bits).toList();
        }
    }

    /** A network of one weight that is drawn to a target, clipped and averaged. */
    private final class Learning {

        private final Parameters network;
        private final Parameters average;
        private final Optimizer optimizer;

        Learning(NDManager owner, OptimizerSettings settings) {
            Map<String, NDArray> first = Map.of(Parameters.weight(0), LossPaths.normal(owner, SHAPE, 1));
            network = Parameters.copyOf(owner, first).trainable();
            average = network.copy(owner);
            optimizer = settings.of(operations, network, settings.firstState(owner, network));
        }

        NDArray loss(NDManager scope) {
            NDArray target = LossPaths.normal(scope, SHAPE, 2);
            return operations.recording(
                    () -> target.sub(network.get(Parameters.weight(0))).square().mean());
        }

        void update(List<NDArray> gradients) {
            optimizer.update(gradients, 0.02);
            new WeightClipping(operations, 1.5).clip(network);
            operations.average(average.arrays(), network.arrays(), 0.1);
        }

        Stream<String> bits() {
            return Stream.of(network, average, optimizer.state())
                    .map(part -> HexFormat.of().formatHex(part.toSafetensors()));
        }
    }
}
