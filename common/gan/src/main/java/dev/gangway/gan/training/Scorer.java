package dev.gangway.gan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import dev.gangway.gan.network.Networks;
import dev.gangway.gan.network.Parameters;
import java.util.Arrays;

/** Scores several batches of one length, in one pass through the discriminator where it looks at each image by itself. */
final class Scorer {

    private Scorer() {}

    /** The scores (batch) of each of {@code batches} of images (batch, 3, size, size). */
    static NDList scores(Networks networks, Parameters discriminator, NDArray... batches) {
        if (!networks.scoresAlone(discriminator)) {
            return new NDList(Arrays.stream(batches)
                    .map(images -> networks.score(discriminator, images))
                    .toArray(NDArray[]::new));
        }
        NDArray together = NDArrays.concat(new NDList(batches));
        return networks.score(discriminator, together).split(batches.length);
    }
}
