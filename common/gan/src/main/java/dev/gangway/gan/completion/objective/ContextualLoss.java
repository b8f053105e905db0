package dev.gangway.gan.completion.objective;

import ai.djl.ndarray.NDArray;

/** RankGAN (8), GoGAN (30): ‖M ⊙ G(z) - M ⊙ y‖₁, the sum over the visible values of each image. */
public record ContextualLoss() {

    /**
     * The loss of each image.
     *
     * @param generated G(z), (batch, 3, size, size) in [-1, 1]
     * @param image y, likewise
     * @param mask M, (batch, 1, size, size), or (1, 1, size, size) when all images have the same
     * @return (batch)
     */
    public NDArray of(NDArray generated, NDArray image, NDArray mask) {
        return generated.sub(image).mul(mask).abs().sum(new int[] {1, 2, 3});
    }
}
