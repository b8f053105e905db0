package dev.gangway.gan.completion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;

/** RankGAN (11), GoGAN (33): M ⊙ y + (1 - M) ⊙ G(ẑ). */
record Blending() {

    /** Chosen, not computed: a visible pixel stays what it is, whatever the generator made there. */
    NDArray of(NDArray image, NDArray generated, NDArray mask) {
        return NDArrays.where(mask.gt(0).broadcast(image.getShape()), image, generated);
    }
}
