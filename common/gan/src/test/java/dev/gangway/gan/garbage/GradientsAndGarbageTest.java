package dev.gangway.gan.garbage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.gangway.gan.NativeTest;
import dev.gangway.gan.loss.AdversarialLoss;
import dev.gangway.testing.Garbage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GradientsAndGarbageTest extends NativeTest {

    private static final int ROUNDS = 50;

    @Test
    void everyGradientHasTheSameBitsWhenGarbageIsCollectedBetweenForwardAndBackward() {
        List<RecordedPath> paths = new ArrayList<>(LossPaths.all());
        paths.addAll(new NetworkPaths(manager, operations).all());
        Map<String, List<ByteBuffer>> undisturbed = gradients(paths, () -> {});
        Map<String, Integer> wrong = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            gradients(paths, Garbage::collect).forEach((name, found) -> {
                if (!found.equals(undisturbed.get(name))) {
                    wrong.merge(name, 1, Integer::sum);
                }
            });
        }
        assertThat(wrong).as("rounds of %d with other gradients", ROUNDS).isEmpty();
    }

    /** The bits of the gradients of all {@code paths}: records all, then does {@code between}, then goes backward. */
    private Map<String, List<ByteBuffer>> gradients(List<RecordedPath> paths, Runnable between) {
        try (NDManager scope = manager.newSubManager()) {
            Map<String, RecordedPath.Recorded> recorded = new LinkedHashMap<>();
            for (RecordedPath path : paths) {
                recorded.put(
                        path.name(), operations.recording(() -> path.forward().apply(scope)));
            }
            between.run();
            Map<String, List<ByteBuffer>> gradients = new LinkedHashMap<>();
            recorded.forEach((name, each) -> gradients.put(
                    name,
                    operations.gradients(scope, each.value(), each.variables()).stream()
                            .map(NDArray::toByteBuffer)
                            .toList()));
            return gradients;
        }
    }

    @Test
    void noAdversarialLossIsLeftOut() {
        assertThat(LossPaths.ADVERSARIAL)
                .hasOnlyElementsOfTypes(AdversarialLoss.class.getPermittedSubclasses())
                .hasSize(AdversarialLoss.class.getPermittedSubclasses().length);
    }
}
