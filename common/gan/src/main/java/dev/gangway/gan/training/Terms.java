package dev.gangway.gan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The scalars of a step by name; they stay on the device until a report reads them. */
final class Terms {

    /** No loss or score of a sound training comes near it. */
    private static final double LARGEST = 1e9;

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

    /** The name of a value that is not finite, or so large that it will not be; reads one number when there is none. */
    Optional<String> broken() {
        NDArray sum = null;
        for (NDArray scalar : scalars.values()) {
            NDArray size = scalar.abs();
            sum = sum == null ? size : sum.add(size);
        }
        if (sum == null || sum.toArray()[0].doubleValue() <= LARGEST) {
            return Optional.empty();
        }
        return read().entrySet().stream()
                .filter(term -> !(Math.abs(term.getValue()) <= LARGEST))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Reads one value back from the device. */
    double value(String name) {
        return scalars.get(name).toArray()[0].doubleValue();
    }

    /** Reads all values back from the device. */
    Map<String, Double> read() {
        Map<String, Double> values = new LinkedHashMap<>();
        scalars.forEach((name, scalar) -> values.put(name, scalar.toArray()[0].doubleValue()));
        return values;
    }
}
