package dev.gangway.gan.loss;

import ai.djl.ndarray.NDArray;

/**
 * The least squares loss of LSGAN (Mao et al. 2016, eq. 9: a = 0, b = c = 1), RankGAN section 2.2. Scores have the shape
 * (batch), losses are scalars.
 */
public record LeastSquaresLoss() implements AdversarialLoss {

    /** Half of (D(x) - 1)² + D(G(z))², averaged. */
    @Override
    public NDArray discriminator(NDArray real, NDArray fake) {
        return real.sub(1).square().add(fake.square()).mul(0.5).mean();
    }

    /** Half of (D(G(z)) - 1)², averaged. */
    @Override
    public NDArray generator(NDArray fake) {
        return fake.sub(1).square().mul(0.5).mean();
    }
}
