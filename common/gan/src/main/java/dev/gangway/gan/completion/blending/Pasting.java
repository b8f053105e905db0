package dev.gangway.gan.completion.blending;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;

/** RankGAN (11), GoGAN (33): M ⊙ y + (1 - M) ⊙ G(ẑ). */
public record Pasting() {

    /**
     * Chosen, not computed: a visible pixel stays what it is, whatever the generator made there.
     *
     * @param image y, (batch, 3, size, size)
     * @param generated G(ẑ), likewise
     * @param mask M, (batch, 1, size, size) or (1, 1, size, size)
     */
    public NDArray of(NDArray image, NDArray generated, NDArray mask) {
        return NDArrays.where(mask.toType(DataType.BOOLEAN, false).broadcast(image.getShape()), image, generated);
    }
}
