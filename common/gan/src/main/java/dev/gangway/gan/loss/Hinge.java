package dev.gangway.gan.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/** [x]+ = max(0, x), the hinge of GoGAN (2) and RankGAN (3). */
final class Hinge {

    private Hinge() {}

    /** The hinge of each sample, then the mean over the batch. */
    static NDArray mean(NDArray x) {
        return Activation.relu(x).mean();
    }
}
