package dev.gangway.gan.loss;

import static dev.gangway.gan.array.Arithmetic.minus;
import static dev.gangway.gan.array.Arithmetic.times;

import ai.djl.ndarray.NDArray;

/**
 * The least squares loss of LSGAN (Mao et al. 2016, eq. 9: a = 0, b = c = 1), RankGAN section 2.2. Scores have the shape
 * (batch), losses are scalars.
 */
public record LeastSquaresLoss() implements AdversarialLoss {

    /** Half of (D(x) - 1)² + D(G(z))², averaged. */
    @Override
    public NDArray discriminator(NDArray real, NDArray fake) {
        return times(0.5, minus(real, 1).square().add(fake.square())).mean();
    }

    /** Half of (D(G(z)) - 1)², averaged. */
    @Override
    public NDArray generator(NDArray fake) {
        return times(0.5, minus(fake, 1).square()).mean();
    }
}
