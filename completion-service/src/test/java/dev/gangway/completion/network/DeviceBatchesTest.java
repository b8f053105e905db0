package dev.gangway.completion.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeviceBatchesTest {

    private final DeviceBatches batches = new DeviceBatches();
    private final List<Integer> sizes = new ArrayList<>();

    @Test
    void whatFitsIsDoneAtOnce() {
        assertThat(batches.run(8, onADeviceFor(8))).contains(items(8));
        assertThat(sizes).containsExactly(8);
    }

    @Test
    void anExhaustedDeviceIsAskedForHalfAsMuchFromThenOn() {
        assertThat(batches.run(10, onADeviceFor(3))).contains(items(10));
        assertThat(sizes).containsExactly(10, 5, 2, 2, 2, 2, 2);

        sizes.clear();
        assertThat(batches.run(4, onADeviceFor(3))).contains(items(4));
        assertThat(sizes).containsExactly(2, 2);
    }

    @Test
    void aDeviceThatHasNoMemoryForOneItemFails() {
        assertThatThrownBy(() -> batches.run(4, onADeviceFor(0))).isInstanceOf(EngineException.class);
    }

    @Test
    void otherFailuresAreNotTriedAgain() {
        assertThatThrownBy(() -> batches.run(4, (from, to) -> {
                    sizes.add(to - from);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(sizes).containsExactly(4);
    }

    @Test
    void whatIsStoppedHasNoResult() {
        assertThat(batches.run(4, (from, to) -> Optional.empty())).isEmpty();
    }

    private DeviceBatches.Part<Integer> onADeviceFor(int most) {
        return (from, to) -> {
            sizes.add(to - from);
            if (to - from > most) {
                exhaust();
            }
            return Optional.of(IntStream.range(from, to).boxed().toList());
        };
    }

    /** Asks the engine for more than any machine has. */
    private static void exhaust() {
        try (NDManager manager = NDManager.newBaseManager()) {
            manager.zeros(new Shape(1L << 22, 1L << 22), DataType.FLOAT32);
        }
    }

    private static List<Integer> items(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
