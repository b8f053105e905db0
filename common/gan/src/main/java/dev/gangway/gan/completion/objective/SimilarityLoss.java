package dev.gangway.gan.completion.objective;

import static dev.gangway.gan.array.Arithmetic.atLeast;
import static dev.gangway.gan.array.Arithmetic.oneMinus;
import static dev.gangway.gan.array.Arithmetic.plus;
import static dev.gangway.gan.array.Arithmetic.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.array.NativeArray;
import dev.gangway.gan.torchscript.Layer;
import dev.gangway.gan.torchscript.Operations;
import java.util.Arrays;

/**
 * 1 - SSIM of what is visible: a term of RankGAN's authors' published code that neither paper mentions, and so off unless it is
 * asked for.
 *
 * <p>SSIM is that of Wang et al. (2004): 11 x 11 Gaussian window with σ 1.5, K₁ 0.01, K₂ 0.03, range 2, population covariance,
 * per channel, on values from 0 as in files. It compares M ⊙ G(z) with M ⊙ y, where hidden pixels are black in both, and is averaged over the windows inside the image
 * whose centre is visible; without any such window the loss is 1 and has no gradient. What exactly the authors' code averages
 * over is not known here.
 *
 * @param operations the convolution
 */
public record SimilarityLoss(Operations operations) {

    private static final int WINDOW = 11;
    private static final int RADIUS = WINDOW / 2;
    private static final double SIGMA = 1.5;
    private static final double RANGE = 2;
    private static final double C1 = Math.pow(0.01 * RANGE, 2);
    private static final double C2 = Math.pow(0.03 * RANGE, 2);

    /**
     * The loss of each image.
     *
     * @param generated G(z), (batch, 3, size, size) in [-1, 1]; size is at least 11
     * @param image y, likewise
     * @param mask M, (batch, 1, size, size), or (1, 1, size, size) when all images have the same
     * @return (batch), 0 to 2
     */
    public NDArray of(NDArray generated, NDArray image, NDArray mask) {
        NDManager scope = generated.getManager();
        NDArray map = map(
                plus(generated, 1).mul(mask),
                plus(NativeArray.in(scope, image), 1).mul(mask));
        long size = image.getShape().get(2);
        String inside = RADIUS + ":" + (size - RADIUS);
        NDArray centres = NativeArray.in(scope, mask).get(":, :, " + inside + ", " + inside);
        int[] pixels = {1, 2, 3};
        NDArray count = times((double) image.getShape().get(1), atLeast(centres.sum(pixels), 1));
        return oneMinus(map.mul(centres).sum(pixels).div(count));
    }

    /** SSIM at every window inside the image: (batch, 3, size - 10, size - 10). */
    private NDArray map(NDArray x, NDArray y) {
        NDList means = blurred(x, y, x.mul(x), y.mul(y), x.mul(y));
        NDArray meanX = means.get(0);
        NDArray meanY = means.get(1);
        NDArray both = meanX.mul(meanY);
        NDArray squares = meanX.mul(meanX).add(meanY.mul(meanY));
        NDArray variances = means.get(2).add(means.get(3)).sub(squares);
        NDArray luminance = plus(times(2, both), C1).div(plus(squares, C1));
        return luminance.mul(plus(times(2, means.get(4).sub(both)), C2)).div(plus(variances, C2));
    }

    /** The Gaussian window's mean of each array around every pixel that has a whole window, in two passes. */
    private NDList blurred(NDArray... arrays) {
        NDArray all = NDArrays.concat(new NDList(arrays), 1);
        Shape shape = all.getShape();
        long size = shape.get(2);
        NDArray planes = all.reshape(shape.get(0) * shape.get(1), 1, size, size);
        NDArray rows = convolved(planes, new Shape(1, 1, WINDOW, 1));
        NDArray means = convolved(rows, new Shape(1, 1, 1, WINDOW));
        long valid = size - 2 * RADIUS;
        return means.reshape(shape.get(0), shape.get(1), valid, valid).split(arrays.length, 1);
    }

    private NDArray convolved(NDArray planes, Shape window) {
        NDManager scope = planes.getManager();
        NDArray weight = NativeArray.of(scope, gaussian(), window).toType(planes.getDataType(), false);
        NDArray bias = scope.zeros(new Shape(1), planes.getDataType());
        return operations.apply(Layer.CONVOLUTION, planes, weight, bias);
    }

    private static double[] gaussian() {
        double[] window = new double[WINDOW];
        Arrays.setAll(window, i -> Math.exp(-(i - RADIUS) * (i - RADIUS) / (2 * SIGMA * SIGMA)));
        double sum = Arrays.stream(window).sum();
        Arrays.setAll(window, i -> window[i] / sum);
        return window;
    }
}
