package dev.gangway.gan.training;

import dev.gangway.gan.loss.ClampLoss;
import dev.gangway.gan.optimizer.AdamSettings;
import java.util.Optional;

/**
 * A ranked stage of RankGAN (Algorithm 1): a step is some updates of the discriminator, then one of the generator.
 *
 * @param steps updates of the generator at most
 * @param batch images in a batch
 * @param critic how the discriminator learns
 * @param generator how the generator learns; ten times slower than the critic keeps the order at small scale
 * @param orderLimit when to stop early because the order on held-out images is lost
 */
public record RankedSettings(int steps, int batch, Critic critic, Generator generator, Optional<OrderLimit> orderLimit)
        implements StageSettings {

    /**
     * How the discriminator of a ranked stage learns: (7).
     *
     * @param updates updates for each of the generator; 5 in the paper
     * @param rate learning rate
     * @param adam Adam's constants
     * @param penaltyWeight λ_gp; 10 in the paper
     * @param clamp the clamping
     */
    public record Critic(int updates, double rate, AdamSettings adam, double penaltyWeight, Clamp clamp) {

        public Critic {
            Require.positive("updates", updates);
            Require.rate("rate", rate);
            Require.weight("penaltyWeight", penaltyWeight);
        }
    }

    /**
     * Discriminator clamping (6).
     *
     * @param weight λ_clamp; 1000 in the paper, where it drowns the rest at small scale
     * @param form per sample, as in the paper, or on the batch mean
     */
    public record Clamp(double weight, ClampLoss.Form form) {

        public Clamp {
            Require.weight("weight", weight);
        }
    }

    /**
     * How the generator of a ranked stage learns: (4).
     *
     * @param rate learning rate
     * @param adam Adam's constants
     */
    public record Generator(double rate, AdamSettings adam) {

        public Generator {
            Require.rate("rate", rate);
        }
    }

    /**
     * Ends a stage whose order D(x) > D(G_i(z)) > D(G_{i-1}(z)) is lost.
     *
     * @param least the least fraction of held-out images, 0 to 1, for which each of the two inequalities has to hold
     * @param fromStep the first step that counts: both generators are equal when the stage starts
     */
    public record OrderLimit(double least, int fromStep) {

        public OrderLimit {
            if (!(least >= 0 && least <= 1)) {
                throw new IllegalArgumentException("least must be 0 to 1, not " + least);
            }
            Require.positive("fromStep", fromStep);
        }
    }

    public RankedSettings {
        Require.positive("steps", steps);
        Require.positive("batch", batch);
    }

    @Override
    public int batchesPerStep() {
        return critic.updates();
    }

    @Override
    public boolean orderLost(StepReport report) {
        return orderLimit.isPresent()
                && report.progress().step() >= orderLimit.get().fromStep()
                && report.heldOut().orElseThrow().orderHeld() < orderLimit.get().least();
    }
}
