package dev.gangway.gan.network;

import ai.djl.ndarray.NDArray;

/**
 * What the encoder answers: a normal distribution over z for each image.
 *
 * @param mean (batch, latent)
 * @param logVariance (batch, latent)
 */
public record Posterior(NDArray mean, NDArray logVariance) {

    /** A draw by reparameterisation: mean + exp(log variance / 2) * noise, with standard normal {@code noise}. */
    public NDArray sample(NDArray noise) {
        return noise.mul(logVariance.mul(0.5).exp()).add(mean);
    }
}
