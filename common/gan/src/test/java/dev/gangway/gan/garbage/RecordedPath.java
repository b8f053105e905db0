package dev.gangway.gan.garbage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.Function;

/**
 * A way from variables to one number that is recorded and then differentiated.
 *
 * @param name what is tested
 * @param forward records the way with arrays of a given scope
 */
record RecordedPath(String name, Function<NDManager, Recorded> forward) {

    /**
     * What was recorded.
     *
     * @param value a scalar
     * @param variables what it is differentiated by
     */
    record Recorded(NDArray value, List<NDArray> variables) {}
}
