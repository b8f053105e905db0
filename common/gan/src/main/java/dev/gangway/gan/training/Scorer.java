package dev.gangway.gan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import dev.gangway.gan.network.Dcgan;
import dev.gangway.gan.network.Parameters;

/** Scores several batches of one length in one pass through the discriminator. */
final class Scorer {

    private Scorer() {}

    /** The scores (batch) of each of {@code batches} of images (batch, 3, size, size). */
    static NDList scores(Dcgan networks, Parameters discriminator, NDArray... batches) {
        NDArray together = NDArrays.concat(new NDList(batches));
        return networks.score(discriminator, together).split(batches.length);
    }
}
