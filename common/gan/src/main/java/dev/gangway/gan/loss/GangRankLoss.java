package dev.gangway.gan.loss;

import static dev.gangway.gan.array.Arithmetic.plus;

import ai.djl.ndarray.NDArray;

/**
 * The ranking loss of GoGAN (3): mean [D_i(G_i(z)) + 2ε - D_{i+1}(x)]+. Scores have the shape (batch).
 *
 * @param margin ε of the margin loss, taken twice
 */
public record GangRankLoss(double margin) {

    /**
     * The loss of one batch.
     *
     * @param real D_{i+1}(x)
     * @param previous D_i(G_i(z)) of the frozen earlier stage, a constant
     */
    public NDArray discriminator(NDArray real, NDArray previous) {
        return Hinge.mean(plus(previous, 2 * margin).sub(real));
    }
}
