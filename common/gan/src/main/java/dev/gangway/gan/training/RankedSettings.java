package dev.gangway.gan.training;

import dev.gangway.gan.loss.ClampLoss;
import dev.gangway.gan.optimizer.OptimizerSettings;
import java.util.Optional;

/**
 * A ranked stage of RankGAN (Algorithm 1): a step is some updates of the discriminator, then one of the generator.
 *
 * @param steps updates of the generator at most
 * @param batch images in a batch
 * @param latents where the latents come from
 * @param critic how the discriminator learns
 * @param generator how the generator learns; ten times slower than the critic keeps the order at small scale
 * @param limits when the stage is over before its steps are
 */
public record RankedSettings(int steps, int batch, Latents latents, Critic critic, Generator generator, Limits limits)
        implements StageSettings {

    /**
     * How the discriminator of a ranked stage learns: (7).
     *
     * @param updates updates for each of the generator; 5 in the paper
     * @param rate learning rate
     * @param optimizer its constants
     * @param penaltyWeight λ_gp; 10 in the paper
     * @param clamp the clamping
     */
    public record Critic(int updates, double rate, OptimizerSettings optimizer, double penaltyWeight, Clamp clamp) {

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
     * @param decay by which factor the weight shrinks after each update whose clamp was satisfied, as in the authors' code;
     *     1 for never
     */
    public record Clamp(double weight, ClampLoss.Form form, double decay) {

        public Clamp {
            Require.weight("weight", weight);
            Require.rate("decay", decay);
        }
    }

    /**
     * How the generator of a ranked stage learns: (4).
     *
     * @param rate learning rate
     * @param optimizer its constants
     * @param rampSteps over how many steps the weight of its loss rises to 1, as in the authors' code; 1 for at once
     */
    public record Generator(double rate, OptimizerSettings optimizer, int rampSteps) {

        public Generator {
            Require.rate("rate", rate);
            Require.positive("rampSteps", rampSteps);
        }

        /** The weight of the loss in the step numbered {@code step} from 0. */
        double weight(int step) {
            return Math.min(1, (step + 1.0) / rampSteps);
        }
    }

    /**
     * When a stage is over before its steps are.
     *
     * @param order when the order on held-out images is lost
     * @param stability when the discriminator gap has stabilised
     */
    public record Limits(Optional<OrderLimit> order, Optional<GapStability> stability) {

        /** No limit but the steps. */
        public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());
    }

    /**
     * Ends a stage whose order D(x) > D(G_i(z)) > D(G_{i-1}(z)) is lost.
     *
     * @param least the least fraction of held-out images, 0 to 1, for which each of the two inequalities has to hold
     * @param fromStep the first step that counts: both generators are equal when the stage starts
     */
    public record OrderLimit(double least, int fromStep) {

        public OrderLimit {
            Require.fraction("least", least);
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
    public double penaltyWeight() {
        return critic.penaltyWeight();
    }

    @Override
    public Optional<GapStability> stability() {
        return limits.stability();
    }

    /** While the generator's loss has not its full weight, a gap that does not move says nothing. */
    @Override
    public int gapCountsFrom() {
        return generator.rampSteps();
    }

    @Override
    public boolean orderLost(int step, HeldOutScores scores) {
        return limits.order().isPresent()
                && step >= limits.order().get().fromStep()
                && scores.orderHeld() < limits.order().get().least();
    }
}
