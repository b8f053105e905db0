package dev.gangway.gan.network;

import static dev.gangway.gan.array.Arithmetic.times;

import ai.djl.ndarray.NDArray;

/**
 * What the encoder answers: a normal distribution over z for each image.
 *
 * @param mean (batch, latent)
 * @param logVariance (batch, latent)
 */
public record Posterior(NDArray mean, NDArray logVariance) {

    /** Reads what an encoder gives: (batch, 2 latent, 1, 1), the means and then the logarithms of the variances. */
    static Posterior of(NDArray out) {
        long latent = out.getShape().get(1) / 2;
        NDArray both = out.reshape(out.getShape().get(0), 2, latent);
        return new Posterior(both.get(":, 0"), both.get(":, 1"));
    }

    /** A draw by reparameterisation: mean + exp(log variance / 2) * noise, with standard normal {@code noise}. */
    public NDArray sample(NDArray noise) {
        return noise.mul(times(0.5, logVariance).exp()).add(mean);
    }
}
