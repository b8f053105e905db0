package dev.gangway.gan.theory;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.random.Seeds;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Two hidden layers between one number and its score; smooth, so that slopes can be compared with theory. */
final class ToyDiscriminator {

    private static final int HIDDEN = 48;
    private static final Map<String, Shape> SHAPES = Map.of(
            Parameters.weight(0), new Shape(1, HIDDEN),
            Parameters.bias(0), new Shape(HIDDEN),
            Parameters.weight(1), new Shape(HIDDEN, HIDDEN),
            Parameters.bias(1), new Shape(HIDDEN),
            Parameters.weight(2), new Shape(HIDDEN, 1),
            Parameters.bias(2), new Shape(1));

    private ToyDiscriminator() {}

    static Parameters first(NDManager parent, long seed) {
        SplittableRandom random = Seeds.generator(seed);
        Map<String, float[]> values = new TreeMap<>();
        new TreeMap<>(SHAPES).forEach((name, shape) -> values.put(name, first(shape, random)));
        return Parameters.of(parent, SHAPES, values);
    }

    /** D(x) of {@code x} (batch, 1): (batch). */
    static NDArray score(Parameters network, NDArray x) {
        return layer(network, 2, layer(network, 1, layer(network, 0, x).tanh()).tanh())
                .flatten();
    }

    private static NDArray layer(Parameters network, int layer, NDArray x) {
        return x.matMul(network.get(Parameters.weight(layer))).add(network.get(Parameters.bias(layer)));
    }

    private static float[] first(Shape shape, SplittableRandom random) {
        float[] values = Seeds.gaussians(random, Math.toIntExact(shape.size()));
        double deviation = shape.dimension() == 1 ? 1 : 1 / Math.sqrt((double) shape.get(0));
        for (int i = 0; i < values.length; i++) {
            values[i] *= (float) deviation;
        }
        return values;
    }
}
