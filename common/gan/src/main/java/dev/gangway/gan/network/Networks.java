package dev.gangway.gan.network;

import ai.djl.ndarray.NDArray;

/**
 * Generator, critic and encoder as pure functions of parameters and input. How deep a network is follows from its
 * parameters. They run in the data type and on the device of the input.
 *
 * <p>What a network knows of whole batches (batch normalisation, minibatch standard deviation) it takes from the statistics
 * that training left, so that an image's result does not depend on the images beside it; the networks that {@link
 * #learning()} gives take it from the batch at hand and move the statistics towards it.
 */
public sealed interface Networks permits Dcgan, ProgressiveGan {

    /**
     * G(z).
     *
     * @param z (batch, latent)
     * @return images (batch, 3, size, size) in [-1, 1]
     */
    NDArray generate(Parameters generator, NDArray z);

    /**
     * D(x).
     *
     * @param images (batch, 3, size, size) in [-1, 1]
     * @return scores (batch), unbounded, higher for more real
     */
    NDArray score(Parameters critic, NDArray images);

    /**
     * E(x).
     *
     * @param images (batch, 3, size, size) in [-1, 1]
     */
    Posterior encode(Parameters encoder, NDArray images);

    /** The same functions for networks that learn. */
    Networks learning();

    /** The same functions for frozen networks beside one that learns: they take the batch at hand and leave what was seen. */
    Networks frozenBeside();

    /** Whether a learning critic with these parameters scores an image alike in every batch. */
    boolean scoresAlone(Parameters critic);
}
