package dev.gangway.gan.loss;

import static dev.gangway.gan.array.Arithmetic.minus;
import static dev.gangway.gan.array.Arithmetic.oneMinus;

import ai.djl.ndarray.NDArray;
import dev.gangway.gan.torchscript.Operations;
import java.util.function.UnaryOperator;

/**
 * The gradient penalty, RankGAN (5): mean (‖∇D(x̂)‖ - 1)² at x̂ = αx + (1 - α)G(z). The norm is over all values of a sample.
 *
 * @param operations for the gradient that can be differentiated again
 */
public record GradientPenalty(Operations operations) {

    /**
     * Call while recording.
     *
     * @param critic from images (batch, 3, height, width) to scores (batch)
     * @param real x
     * @param fake G(z), a constant
     * @param alpha (batch, 1, 1, 1), uniform in [0, 1]
     */
    public NDArray of(UnaryOperator<NDArray> critic, NDArray real, NDArray fake, NDArray alpha) {
        NDArray between = operations.withoutRecording(() -> real.mul(alpha).add(fake.mul(oneMinus(alpha))));
        between.setRequiresGradient(true);
        NDArray gradient =
                operations.differentiableGradient(critic.apply(between).sum(), between);
        NDArray norm = gradient.reshape(gradient.getShape().get(0), -1).norm(new int[] {1});
        return minus(norm, 1).square().mean();
    }
}
