package dev.gangway.gan.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.array.NativeArray;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The named arrays of one network, or of one optimizer's state, in the order of their names.
 *
 * <p>They live in a manager of their own that takes nothing more once they are there, so that an operation that would
 * leak into it throws. Frozen parameters may be read by several threads.
 */
public final class Parameters implements AutoCloseable {

    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";
    private static final String STATISTIC = ".running-";

    /** Name of the standard deviation that a critic saw within batches. */
    static final String RUNNING_DEVIATION = "batch" + STATISTIC + "deviation";

    private final NDManager manager;
    private final SortedMap<String, NDArray> arrays;

    private Parameters(NDManager manager, SortedMap<String, NDArray> arrays) {
        this.manager = manager;
        this.arrays = arrays;
        manager.cap();
    }

    /** Name of the weight of the {@code layer}-th layer, counted from 0 at the network's input. */
    public static String weight(int layer) {
        return layer + WEIGHT;
    }

    /** Name of the bias of the {@code layer}-th layer. */
    public static String bias(int layer) {
        return layer + BIAS;
    }

    /** Name of the scale of the batch normalisation behind the {@code layer}-th layer. */
    static String scale(int layer) {
        return layer + ".scale";
    }

    /** Name of its shift. */
    static String shift(int layer) {
        return layer + ".shift";
    }

    /** Name of the mean that it saw. */
    static String runningMean(int layer) {
        return layer + STATISTIC + "mean";
    }

    /** Name of the variance that it saw. */
    static String runningVariance(int layer) {
        return layer + STATISTIC + "variance";
    }

    /** Parameters of these shapes and values, frozen, on the device of {@code parent} and in its care. */
    public static Parameters of(NDManager parent, Map<String, Shape> shapes, Map<String, float[]> values) {
        NDManager manager = parent.newSubManager();
        SortedMap<String, NDArray> arrays = new TreeMap<>();
        shapes.forEach((name, shape) -> arrays.put(name, NativeArray.of(manager, values.get(name), shape)));
        return new Parameters(manager, arrays);
    }

    /** Zeros of the shapes and data types of {@code arrays}, in the care of {@code parent}. */
    public static Parameters zeros(NDManager parent, Map<String, NDArray> arrays) {
        NDManager manager = parent.newSubManager();
        SortedMap<String, NDArray> zeros = new TreeMap<>();
        arrays.forEach((name, array) -> zeros.put(name, manager.zeros(array.getShape(), array.getDataType())));
        return new Parameters(manager, zeros);
    }

    /** Frozen copies of {@code arrays} on the device of {@code parent} and in its care. */
    public static Parameters copyOf(NDManager parent, Map<String, NDArray> arrays) {
        NDManager manager = parent.newSubManager();
        SortedMap<String, NDArray> copies = new TreeMap<>();
        arrays.forEach((name, array) -> copies.put(name, copy(manager, array)));
        return new Parameters(manager, copies);
    }

    /**
     * Reads parameters from the bytes of a safetensors file; they are frozen.
     *
     * @throws IllegalArgumentException when the bytes cannot be read as such
     */
    public static Parameters fromSafetensors(NDManager parent, byte[] bytes) {
        try (NDManager scope = parent.newSubManager()) {
            Map<String, NDArray> read =
                    NDList.decode(scope, bytes).stream().collect(Collectors.toMap(NDArray::getName, array -> array));
            return copyOf(parent, read);
        } catch (RuntimeException e) {
            if (DeviceMemory.isExhausted(e)) {
                throw e;
            }
            throw new IllegalArgumentException("these bytes are not a safetensors file", e);
        }
    }

    /** The bytes of a safetensors file that holds these parameters. */
    public byte[] toSafetensors() {
        try (NDManager scope = manager.getParentManager().newSubManager()) {
            NDList named = new NDList();
            arrays.forEach((name, array) -> {
                NDArray copy = copy(scope, array);
                copy.setName(name);
                named.add(copy);
            });
            return named.encode(NDList.Encoding.SAFETENSORS);
        }
    }

    /** A frozen copy in the care of {@code parent}. */
    public Parameters copy(NDManager parent) {
        return copyOf(parent, arrays);
    }

    /** Marks these parameters as variables of the gradients that follow, and returns them. */
    public Parameters trainable() {
        variables().values().forEach(array -> array.setRequiresGradient(true));
        return this;
    }

    /** Marks these parameters as constants of the gradients that follow, and returns them. */
    public Parameters frozen() {
        arrays.values().forEach(array -> array.setRequiresGradient(false));
        return this;
    }

    /**
     * Returns these parameters when they have just the names and shapes {@code expected}.
     *
     * @throws IllegalArgumentException that names what differs, otherwise
     */
    public Parameters requireShapes(String network, Map<String, Shape> expected) {
        Map<String, Shape> found = new TreeMap<>();
        arrays.forEach((name, array) -> found.put(name, array.getShape()));
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(
                    "the weights of the " + network + " are " + found + ", its architecture needs " + expected);
        }
        return this;
    }

    /** The array called {@code name}. */
    public NDArray get(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("no parameter is called " + name + " among " + arrays.keySet());
        }
        return array;
    }

    /** Whether there is an array called {@code name}. */
    public boolean has(String name) {
        return arrays.containsKey(name);
    }

    /** All arrays in the order of their names. */
    public List<NDArray> arrays() {
        return List.copyOf(arrays.values());
    }

    /** What gradient descent changes, by name: all but {@link #statistics()}. */
    public SortedMap<String, NDArray> variables() {
        return where(name -> !name.contains(STATISTIC));
    }

    /** The variables but batch norm's, by name. */
    public SortedMap<String, NDArray> weightsAndBiases() {
        return where(name -> name.endsWith(WEIGHT) || name.endsWith(BIAS));
    }

    /** What follows the batches that a network has learned from, by name: means, variances, deviations. */
    public SortedMap<String, NDArray> statistics() {
        return where(name -> name.contains(STATISTIC));
    }

    /** All names and arrays, in the order of the names. */
    public SortedMap<String, NDArray> named() {
        return Collections.unmodifiableSortedMap(arrays);
    }

    /** How many numbers they are. */
    public long count() {
        return arrays.values().stream().mapToLong(NDArray::size).sum();
    }

    @Override
    public void close() {
        manager.close();
    }

    private SortedMap<String, NDArray> where(Predicate<String> names) {
        SortedMap<String, NDArray> found = new TreeMap<>();
        arrays.forEach((name, array) -> {
            if (names.test(name)) {
                found.put(name, array);
            }
        });
        return found;
    }

    /** Copies through the host: an array's own copying operations attach to the manager of the source. */
    private static NDArray copy(NDManager target, NDArray source) {
        ByteBuffer bytes = source.toByteBuffer();
        return NativeArray.of(target, bytes, source.getShape(), source.getDataType());
    }
}
