package dev.gangway.gan.completion;

import dev.gangway.gan.optimizer.AdamSettings;

/**
 * How images are completed by latent optimisation, RankGAN (10).
 *
 * @param lambda λ, weight of the perceptual loss: 10 in RankGAN, 0.1 in GoGAN
 * @param perceptual which paper's perceptual loss
 * @param steps updates of z
 * @param rate learning rate of Adam on z
 * @param start where z starts
 */
public record CompletionSettings(double lambda, PerceptualLoss perceptual, int steps, double rate, Start start) {

    /** Adam's usual constants. */
    static final AdamSettings ADAM = new AdamSettings(0.9, 0.999, 1e-8);

    /** Where z starts. */
    public enum Start {
        /** At the encoder's mean for the image with its hole filled by the mean colour of what is visible. */
        ENCODER,
        /** At a draw from the prior that follows from the image's seed. */
        PRIOR
    }

    public CompletionSettings {
        if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("lambda must be finite and not negative, not " + lambda);
        }
        if (steps < 0 || steps > 10_000) {
            throw new IllegalArgumentException("steps must be 0 to 10000, not " + steps);
        }
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be positive and at most 1, not " + rate);
        }
    }
}
