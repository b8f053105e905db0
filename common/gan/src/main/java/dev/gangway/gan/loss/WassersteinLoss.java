package dev.gangway.gan.loss;

import ai.djl.ndarray.NDArray;

/** The dual of the Wasserstein distance, GoGAN section 3.2 and RankGAN (2). Scores have the shape (batch). */
public record WassersteinLoss() implements AdversarialLoss {

    /** Mean D(G(z)) - mean D(x): the gap of GoGAN (6), negated. */
    @Override
    public NDArray discriminator(NDArray real, NDArray fake) {
        return fake.mean().sub(real.mean());
    }

    /** -mean D(G(z)). */
    @Override
    public NDArray generator(NDArray fake) {
        return fake.mean().neg();
    }
}
