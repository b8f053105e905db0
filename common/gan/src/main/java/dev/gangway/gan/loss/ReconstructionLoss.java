package dev.gangway.gan.loss;

import static dev.gangway.gan.array.Arithmetic.times;

import ai.djl.ndarray.NDArray;

/**
 * Half the squared error, summed over an image's values and averaged over the batch: the VAE's log likelihood under a
 * normal distribution of unit variance (RankGAN section 3.3). Images are (batch, 3, height, width) in [-1, 1].
 */
public record ReconstructionLoss() {

    public NDArray of(NDArray images, NDArray reconstructions) {
        NDArray error = reconstructions.sub(images).square();
        return times(0.5, error.sum(new int[] {1, 2, 3})).mean();
    }
}
