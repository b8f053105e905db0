package dev.gangway.gan.training;

import java.util.Optional;

/**
 * What the discriminator says of held-out images and of what the generators make of them.
 *
 * @param real mean of D(x)
 * @param current mean of D(G_i(z)), z from where the stage has its latents
 * @param realAboveCurrent fraction of the images, 0 to 1, with D(x) > D(G_i(z))
 * @param previous the same against the stage before, in a ranked stage
 * @param distributions how the scores behind these means are spread
 */
public record HeldOutScores(
        double real,
        double current,
        double realAboveCurrent,
        Optional<Previous> previous,
        ScoreDistributions distributions) {

    /**
     * The generator of the stage before.
     *
     * @param mean of D(G_{i-1}(z)), for the same z
     * @param currentAbove fraction of the images, 0 to 1, with D(G_i(z)) > D(G_{i-1}(z))
     */
    public record Previous(double mean, double currentAbove) {}

    /** Γ, GoGAN (6): mean D(x) - mean D(G_i(z)). */
    public double gap() {
        return real - current;
    }

    /** The smaller of the two fractions of RankGAN's order, or the only one before ranked stages. */
    public double orderHeld() {
        return previous.map(p -> Math.min(p.currentAbove(), realAboveCurrent)).orElse(realAboveCurrent);
    }
}
