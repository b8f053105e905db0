package dev.gangway.gan.network;

import static dev.gangway.gan.array.Arithmetic.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.torchscript.Layer;
import dev.gangway.gan.torchscript.Operations;
import dev.gangway.gan.torchscript.Precision;

/**
 * The networks of {@link ProgressiveArchitecture}: leaky rectifiers everywhere, pixel norm behind each of the generator's,
 * average pooling and the minibatch's standard deviation in the critic (ProGAN, sections 3 and 4).
 *
 * <p>Every layer's input is scaled by He's constant of the layer, which comes to scaling its weights (ProGAN, section 4.1).
 */
final class ProgressiveGan implements Networks {

    private final Operations operations;
    private final Precision precision;
    private final Layer minibatchDeviation;

    ProgressiveGan(Operations operations, Precision precision) {
        this(operations, precision, Layer.MINIBATCH_DEVIATION);
    }

    private ProgressiveGan(Operations operations, Precision precision, Layer minibatchDeviation) {
        this.operations = operations;
        this.precision = precision;
        this.minibatchDeviation = minibatchDeviation;
    }

    @Override
    public NDArray generate(Parameters generator, NDArray z) {
        NDArray x = z.reshape(z.getShape().get(0), z.getShape().get(1), 1, 1);
        int last = lastLayer(generator);
        for (int layer = 0; layer < last; layer++) {
            Layer kind = layer % 2 == 1
                    ? Layer.CONVOLUTION_SAME
                    : layer == 0 ? Layer.TRANSPOSED_CONVOLUTION : Layer.TRANSPOSED_CONVOLUTION_DOUBLING;
            x = operations.apply(Layer.PIXEL_NORM, leaky(scaled(kind, generator, layer, x)));
        }
        return linear(generator, last, x).tanh();
    }

    @Override
    public NDArray score(Parameters critic, NDArray images) {
        int last = lastLayer(critic);
        NDArray coarsest = operations.apply(
                minibatchDeviation, halvings(critic, last - 1, images), critic.get(Parameters.RUNNING_DEVIATION));
        NDArray x = leaky(scaled(Layer.CONVOLUTION_SAME, critic, last - 1, coarsest));
        return linear(critic, last, x).flatten();
    }

    @Override
    public Posterior encode(Parameters encoder, NDArray images) {
        int last = lastLayer(encoder);
        NDArray coarsest = halvings(encoder, last - 1, images);
        NDArray x = leaky(scaled(Layer.CONVOLUTION_SAME, encoder, last - 1, coarsest));
        return Posterior.of(linear(encoder, last, x));
    }

    @Override
    public Networks learning() {
        return new ProgressiveGan(operations, precision, Layer.MINIBATCH_DEVIATION_LEARNING);
    }

    @Override
    public Networks frozenBeside() {
        return new ProgressiveGan(operations, precision, Layer.MINIBATCH_DEVIATION_OF_BATCH);
    }

    @Override
    public boolean scoresAlone(Parameters critic) {
        return false;
    }

    /** From the image to 4 x 4 values: the layers before the one numbered {@code end}. */
    private NDArray halvings(Parameters network, int end, NDArray images) {
        NDArray x = leaky(scaled(Layer.CONVOLUTION, network, 0, images));
        for (int layer = 1; layer < end; layer += 2) {
            x = leaky(scaled(Layer.CONVOLUTION_SAME, network, layer, x));
            x = leaky(scaled(Layer.CONVOLUTION_SAME, network, layer + 1, x));
            x = operations.apply(Layer.AVERAGE_HALVING, x);
        }
        return x;
    }

    private NDArray leaky(NDArray x) {
        return operations.apply(Layer.LEAKY_RELU, x);
    }

    private NDArray scaled(Layer kind, Parameters network, int layer, NDArray x) {
        return convolved(kind, network, layer, x, true);
    }

    private NDArray linear(Parameters network, int layer, NDArray x) {
        return convolved(Layer.CONVOLUTION, network, layer, x, false);
    }

    private NDArray convolved(Layer kind, Parameters network, int layer, NDArray x, boolean rectified) {
        NDArray weight = network.get(Parameters.weight(layer));
        double scale = Initialisation.HE.deviation(inputs(kind, weight.getShape()), rectified);
        return operations.convolve(kind, precision, times(scale, x), weight, network.get(Parameters.bias(layer)));
    }

    /** How many values meet in one output. */
    private static long inputs(Layer kind, Shape weight) {
        return switch (kind) {
            case TRANSPOSED_CONVOLUTION -> weight.get(0);
            case TRANSPOSED_CONVOLUTION_DOUBLING -> weight.get(0) * weight.get(2) * weight.get(3) / 4;
            default -> weight.get(1) * weight.get(2) * weight.get(3);
        };
    }

    private static int lastLayer(Parameters network) {
        int layer = 0;
        while (network.has(Parameters.weight(layer + 1))) {
            layer++;
        }
        return layer;
    }
}
