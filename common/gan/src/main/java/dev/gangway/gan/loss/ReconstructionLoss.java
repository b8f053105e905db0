package dev.gangway.gan.loss;

import ai.djl.ndarray.NDArray;

/**
 * Half the squared error, summed over an image's values and averaged over the batch: the VAE's log likelihood under a
 * normal distribution of unit variance (RankGAN section 3.3). Images are (batch, 3, height, width) in [-1, 1].
 */
public record ReconstructionLoss() {

    public NDArray of(NDArray images, NDArray reconstructions) {
        NDArray error = reconstructions.sub(images).square();
        return error.sum(new int[] {1, 2, 3}).mul(0.5).mean();
    }
}
