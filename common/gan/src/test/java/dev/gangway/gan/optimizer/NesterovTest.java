package dev.gangway.gan.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import dev.gangway.gan.NativeTest;
import dev.gangway.gan.network.Parameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NesterovTest extends NativeTest {

    @Test
    void itGoesWhereTheDecayedSumOfTheGradientsWillBe() {
        Parameters point = Parameters.copyOf(manager, Map.of("0.weight", manager.create(new double[] {1, -2})));
        NesterovSettings settings = new NesterovSettings(0.5);
        Optimizer nesterov = settings.of(operations, point, settings.firstState(manager, point));

        nesterov.update(List.of(gradient(2, 4)), 0.1);
        // Velocity 2 and 4; the step is gradient + velocity / 2 = 3 and 6.
        assertPoint(point, 1 - 0.3, -2 - 0.6);

        nesterov.update(List.of(gradient(-1, 0)), 0.1);
        // Velocity 2 / 2 - 1 = 0 and 4 / 2 = 2; the step is -1 and 1.
        assertPoint(point, 0.7 + 0.1, -2.6 - 0.1);
    }

    @Test
    void aMomentumThatKeepsEverythingIsRefused() {
        assertThatThrownBy(() -> new NesterovSettings(1)).hasMessageContaining("momentum");
    }

    private NDArray gradient(double... values) {
        return manager.create(values);
    }

    private static void assertPoint(Parameters point, double first, double second) {
        double[] values = point.get("0.weight").toDoubleArray();
        assertThat(values[0]).isCloseTo(first, within(1e-12));
        assertThat(values[1]).isCloseTo(second, within(1e-12));
    }
}
