package dev.gangway.gan.completion.search;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import dev.gangway.gan.array.NativeArray;
import java.util.Arrays;

/** Choosing rows of batches. */
public final class Rows {

    private Rows() {}

    /**
     * {@code rows}, of which there is at least one; a single one is taken twice. A device computes a batch of one by other means
     * than larger ones, so that one image would have other bits alone than among others.
     */
    public static int[] atLeastTwo(int... rows) {
        return rows.length == 1 ? new int[] {rows[0], rows[0]} : rows;
    }

    /** The rows numbered {@code rows} of {@code array} as an array of {@code scope}. */
    public static NDArray of(NDManager scope, NDArray array, int... rows) {
        long[] numbers = Arrays.stream(rows).asLongStream().toArray();
        try (NDArray index = NativeArray.of(scope, numbers)) {
            NDArray chosen = array.get(scope, new NDIndex("{}", index));
            chosen.attach(scope);
            return chosen;
        }
    }
}
