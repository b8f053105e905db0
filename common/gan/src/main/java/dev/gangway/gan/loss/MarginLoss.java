package dev.gangway.gan.loss;

import static dev.gangway.gan.array.Arithmetic.plus;

import ai.djl.ndarray.NDArray;

/**
 * The margin loss of MGAN, GoGAN (2) and RankGAN (3): mean [D(G(z)) + ε - D(x)]+. Scores have the shape (batch), z and x
 * are paired by position.
 *
 * @param margin ε, from which on a pair is left alone
 */
public record MarginLoss(double margin) implements AdversarialLoss {

    public MarginLoss {
        if (!(margin > 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("margin must be positive and finite, not " + margin);
        }
    }

    @Override
    public NDArray discriminator(NDArray real, NDArray fake) {
        return Hinge.mean(plus(fake, margin).sub(real));
    }

    /** -mean D(G(z)), WGAN's: GoGAN leaves the generator's loss as it is there. */
    @Override
    public NDArray generator(NDArray fake) {
        return fake.mean().neg();
    }
}
