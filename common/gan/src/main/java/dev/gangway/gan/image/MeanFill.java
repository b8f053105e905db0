package dev.gangway.gan.image;

import static dev.gangway.gan.array.Arithmetic.atLeast;
import static dev.gangway.gan.array.Arithmetic.oneMinus;

import ai.djl.ndarray.NDArray;

/** Images without what is hidden in them. */
public final class MeanFill {

    private MeanFill() {}

    /**
     * {@code images} with each one's mean visible colour in its hole: nothing of what is hidden is left.
     *
     * @param images (batch, 3, size, size)
     * @param visible 1 where visible and 0 where hidden, (batch, 1, size, size) or (1, 1, size, size)
     */
    public static NDArray of(NDArray images, NDArray visible) {
        NDArray known = images.mul(visible);
        NDArray count = atLeast(visible.sum(new int[] {2, 3}, true), 1);
        NDArray mean = known.sum(new int[] {2, 3}, true).div(count);
        return known.add(mean.mul(oneMinus(visible)));
    }
}
