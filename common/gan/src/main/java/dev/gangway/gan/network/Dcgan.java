package dev.gangway.gan.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import dev.gangway.gan.torchscript.Layer;
import dev.gangway.gan.torchscript.Operations;
import dev.gangway.gan.torchscript.Precision;

/** The networks of {@link DcganArchitecture}: rectifiers in the generator, leaky ones in critic and encoder. */
final class Dcgan implements Networks {

    private final Operations operations;
    private final Precision precision;
    private final Upsampling upsampling;
    private final Layer batchNorm;

    Dcgan(Operations operations, Precision precision, Upsampling upsampling) {
        this(operations, precision, upsampling, Layer.BATCH_NORM);
    }

    private Dcgan(Operations operations, Precision precision, Upsampling upsampling, Layer batchNorm) {
        this.operations = operations;
        this.precision = precision;
        this.upsampling = upsampling;
        this.batchNorm = batchNorm;
    }

    @Override
    public NDArray generate(Parameters generator, NDArray z) {
        NDArray seed = z.reshape(z.getShape().get(0), z.getShape().get(1), 1, 1);
        NDArray x = normalised(generator, 0, convolved(Layer.TRANSPOSED_CONVOLUTION, generator, 0, seed));
        for (int layer = 1; generator.has(Parameters.weight(layer)); layer++) {
            x = normalised(generator, layer, doubled(generator, layer, Activation.relu(x)));
        }
        return x.tanh();
    }

    @Override
    public NDArray score(Parameters critic, NDArray images) {
        return halvings(critic, images).flatten();
    }

    @Override
    public Posterior encode(Parameters encoder, NDArray images) {
        return Posterior.of(halvings(encoder, images));
    }

    @Override
    public Networks learning() {
        return new Dcgan(operations, precision, upsampling, Layer.BATCH_NORM_LEARNING);
    }

    @Override
    public Networks frozenBeside() {
        return new Dcgan(operations, precision, upsampling, Layer.BATCH_NORM_OF_BATCH);
    }

    @Override
    public boolean scoresAlone(Parameters critic) {
        return critic.statistics().isEmpty();
    }

    private NDArray doubled(Parameters generator, int layer, NDArray x) {
        return switch (upsampling) {
            case TRANSPOSED_CONVOLUTION -> convolved(Layer.TRANSPOSED_CONVOLUTION_DOUBLING, generator, layer, x);
            case BILINEAR ->
                convolved(Layer.CONVOLUTION_SAME, generator, layer, operations.apply(Layer.BILINEAR_DOUBLING, x));
        };
    }

    private NDArray halvings(Parameters network, NDArray images) {
        NDArray x = images;
        int layer = 0;
        for (; network.has(Parameters.weight(layer + 1)); layer++) {
            NDArray halved = convolved(Layer.CONVOLUTION_HALVING, network, layer, x);
            x = operations.apply(Layer.LEAKY_RELU, normalised(network, layer, halved));
        }
        return convolved(Layer.CONVOLUTION, network, layer, x);
    }

    private NDArray normalised(Parameters network, int layer, NDArray x) {
        if (!network.has(Parameters.scale(layer))) {
            return x;
        }
        return operations.apply(
                batchNorm,
                x,
                network.get(Parameters.scale(layer)),
                network.get(Parameters.shift(layer)),
                network.get(Parameters.runningMean(layer)),
                network.get(Parameters.runningVariance(layer)));
    }

    private NDArray convolved(Layer kind, Parameters network, int layer, NDArray x) {
        return operations.convolve(
                kind, precision, x, network.get(Parameters.weight(layer)), network.get(Parameters.bias(layer)));
    }
}
