package dev.gangway.gan.loss;

import static dev.gangway.gan.array.Arithmetic.minus;
import static dev.gangway.gan.array.Arithmetic.plus;

import ai.djl.ndarray.NDArray;

/**
 * Discriminator clamping, RankGAN (6): [m_high - D_i(x)]+ + [D_i(G_{i-1}(z)) - m_low]+. Scores have the shape (batch).
 *
 * @param high m_high, the frozen stage's mean score of held-out real images
 * @param low m_low, its mean score of what its own generator makes of them
 * @param form whether each sample is clamped or the batch as a whole
 */
public record ClampLoss(double high, double low, Form form) {

    /** What the hinge is taken of. */
    public enum Form {
        /** Each sample, then the mean: the paper's equation as it stands. It also punishes the natural spread of scores. */
        PER_SAMPLE,
        /** The batch mean: holds the two levels and leaves their spread alone. */
        BATCH_MEAN
    }

    /**
     * The penalty of one batch.
     *
     * @param real D_i(x)
     * @param previous D_i(G_{i-1}(z))
     */
    public NDArray discriminator(NDArray real, NDArray previous) {
        return Hinge.mean(plus(level(real).neg(), high)).add(Hinge.mean(minus(level(previous), low)));
    }

    private NDArray level(NDArray scores) {
        return form == Form.BATCH_MEAN ? scores.mean(new int[] {0}, true) : scores;
    }
}
