package dev.gangway.gan.network;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.random.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The arrays of a network before they exist.
 *
 * @param arrays in the order in which their first values are drawn
 */
public record NetworkPlan(List<ArrayPlan> arrays) {

    /**
     * One array.
     *
     * @param name its name
     * @param shape its shape
     * @param mean of its first values
     * @param deviation standard deviation of its first values, which are normal; 0 when all are the mean
     */
    public record ArrayPlan(String name, Shape shape, double mean, double deviation) {}

    public NetworkPlan {
        arrays = List.copyOf(arrays);
    }

    /** Names and shapes. */
    public Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new TreeMap<>();
        arrays.forEach(array -> shapes.put(array.name(), array.shape()));
        return shapes;
    }

    Parameters first(NDManager parent, SplittableRandom random) {
        Map<String, float[]> values = new TreeMap<>();
        arrays.forEach(array -> values.put(array.name(), first(array, random)));
        return Parameters.of(parent, shapes(), values);
    }

    private static float[] first(ArrayPlan array, SplittableRandom random) {
        int length = Math.toIntExact(array.shape().size());
        float[] values;
        if (array.deviation() > 0) {
            values = Seeds.gaussians(random, length);
            for (int i = 0; i < length; i++) {
                values[i] = (float) (array.mean() + array.deviation() * values[i]);
            }
        } else {
            values = new float[length];
            Arrays.fill(values, (float) array.mean());
        }
        return values;
    }

    /** Collects the arrays of one layer after the other. */
    static final class Builder {

        private final List<ArrayPlan> arrays = new ArrayList<>();
        private int layer;

        /** A layer with weight and bias. */
        Builder layer(LayerPlan plan, double deviation) {
            arrays.add(new ArrayPlan(Parameters.weight(layer), plan.weight(), 0, deviation));
            arrays.add(new ArrayPlan(Parameters.bias(layer), new Shape(plan.outputs()), 0, 0));
            layer++;
            return this;
        }

        /** Batch normalisation of the layer before, as DCGAN begins it: scales around 1, shifts of 0. */
        Builder batchNorm(long channels, double deviation) {
            Shape each = new Shape(channels);
            arrays.add(new ArrayPlan(Parameters.scale(layer - 1), each, 1, deviation));
            arrays.add(new ArrayPlan(Parameters.shift(layer - 1), each, 0, 0));
            arrays.add(new ArrayPlan(Parameters.runningMean(layer - 1), each, 0, 0));
            arrays.add(new ArrayPlan(Parameters.runningVariance(layer - 1), each, 1, 0));
            return this;
        }

        /** One number that follows the batches seen, beginning at {@code first}. */
        Builder statistic(String name, double first) {
            arrays.add(new ArrayPlan(name, new Shape(1), first, 0));
            return this;
        }

        NetworkPlan build() {
            return new NetworkPlan(arrays);
        }
    }
}
