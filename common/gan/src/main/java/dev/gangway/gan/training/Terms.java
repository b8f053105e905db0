package dev.gangway.gan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;

/** The scalars of a step by name; they stay on the device until a report reads them. */
final class Terms {

    private final NDManager scope;
    private final Map<String, NDArray> scalars = new LinkedHashMap<>();

    /** Terms that live as long as {@code scope}, the step's. */
    Terms(NDManager scope) {
        this.scope = scope;
    }

    /** Keeps {@code scalar} beyond its update, in place of the update's before, and returns it. */
    NDArray put(String name, NDArray scalar) {
        scalar.attach(scope);
        NDArray before = scalars.put(name, scalar);
        if (before != null) {
            before.close();
        }
        return scalar;
    }

    /** Reads all values back from the device. */
    Map<String, Double> read() {
        Map<String, Double> values = new LinkedHashMap<>();
        scalars.forEach((name, scalar) -> values.put(name, scalar.toArray()[0].doubleValue()));
        return values;
    }
}
