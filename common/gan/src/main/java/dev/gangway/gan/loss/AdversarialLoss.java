package dev.gangway.gan.loss;

import ai.djl.ndarray.NDArray;

/** What discriminator and generator of one stage minimise against each other. Scores have the shape (batch), losses are scalars. */
public sealed interface AdversarialLoss permits NonSaturatingLoss, LeastSquaresLoss, WassersteinLoss, MarginLoss {

    /**
     * The discriminator's loss of one batch.
     *
     * @param real D(x)
     * @param fake D(G(z))
     */
    NDArray discriminator(NDArray real, NDArray fake);

    /**
     * The generator's loss of one batch.
     *
     * @param fake D(G(z))
     */
    NDArray generator(NDArray fake);
}
