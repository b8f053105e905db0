package dev.gangway.gan.image;

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
        NDArray count = visible.sum(new int[] {2, 3}, true).maximum(1);
        NDArray mean = known.sum(new int[] {2, 3}, true).div(count);
        return known.add(mean.mul(visible.neg().add(1)));
    }
}
