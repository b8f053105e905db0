package dev.gangway.gan.loss;

import ai.djl.ndarray.NDArray;

/**
 * The margin loss of MGAN, GoGAN (2) and RankGAN (3): mean [D(G(z)) + ε - D(x)]+. Scores have the shape (batch), z and x
 * are paired by position.
 *
 * @param margin ε, from which on a pair is left alone
 */
public record MarginLoss(double margin) {

    /** The loss of one batch. */
    public NDArray discriminator(NDArray real, NDArray fake) {
        return Hinge.mean(fake.add(margin).sub(real));
    }
}
