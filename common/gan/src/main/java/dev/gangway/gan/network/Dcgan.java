package dev.gangway.gan.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import dev.gangway.gan.torchscript.Layer;
import dev.gangway.gan.torchscript.Operations;

/**
 * Generator, critic and encoder as pure functions of parameters and input, after DCGAN (Radford et al. 2016) without batch
 * norm. How deep a network is follows from its parameters. They run in the data type and on the device of the input.
 */
public final class Dcgan {

    private final Operations operations;
    private final Upsampling upsampling;

    public Dcgan(Operations operations, Upsampling upsampling) {
        this.operations = operations;
        this.upsampling = upsampling;
    }

    /**
     * G(z).
     *
     * @param z (batch, latent)
     * @return images (batch, 3, size, size) in [-1, 1]
     */
    public NDArray generate(Parameters generator, NDArray z) {
        NDArray seed = z.reshape(z.getShape().get(0), z.getShape().get(1), 1, 1);
        NDArray x = apply(Layer.TRANSPOSED_CONVOLUTION, generator, 0, seed);
        for (int layer = 1; generator.has(Parameters.weight(layer)); layer++) {
            x = doubled(generator, layer, Activation.relu(x));
        }
        return x.tanh();
    }

    /**
     * D(x).
     *
     * @param images (batch, 3, size, size) in [-1, 1]
     * @return scores (batch), unbounded, higher for more real
     */
    public NDArray score(Parameters critic, NDArray images) {
        return halvings(critic, images).flatten();
    }

    /**
     * E(x).
     *
     * @param images (batch, 3, size, size) in [-1, 1]
     */
    public Posterior encode(Parameters encoder, NDArray images) {
        NDArray out = halvings(encoder, images);
        long latent = out.getShape().get(1) / 2;
        NDArray both = out.reshape(out.getShape().get(0), 2, latent);
        return new Posterior(both.get(":, 0"), both.get(":, 1"));
    }

    private NDArray doubled(Parameters generator, int layer, NDArray x) {
        return switch (upsampling) {
            case TRANSPOSED_CONVOLUTION -> apply(Layer.TRANSPOSED_CONVOLUTION_DOUBLING, generator, layer, x);
            case BILINEAR ->
                apply(Layer.CONVOLUTION_SAME, generator, layer, operations.apply(Layer.BILINEAR_DOUBLING, x));
        };
    }

    private NDArray halvings(Parameters network, NDArray images) {
        NDArray x = images;
        int layer = 0;
        for (; network.has(Parameters.weight(layer + 1)); layer++) {
            x = operations.apply(Layer.LEAKY_RELU, apply(Layer.CONVOLUTION_HALVING, network, layer, x));
        }
        return apply(Layer.CONVOLUTION, network, layer, x);
    }

    private NDArray apply(Layer kind, Parameters network, int layer, NDArray x) {
        return operations.apply(kind, x, network.get(Parameters.weight(layer)), network.get(Parameters.bias(layer)));
    }
}
