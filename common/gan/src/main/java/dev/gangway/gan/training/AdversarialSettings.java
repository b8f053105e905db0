package dev.gangway.gan.training;

import dev.gangway.gan.loss.AdversarialLoss;
import dev.gangway.gan.optimizer.OptimizerSettings;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Discriminator and generator against each other, with latents from the prior: GAN, LSGAN, WGAN with clipping or gradient
 * penalty, and the stages of GoGAN. A step is some updates of the discriminator, then one of the generator.
 *
 * @param steps updates of the generator at most
 * @param batch images in a batch
 * @param loss what they minimise
 * @param ranking of GoGAN against the frozen stage before, from its stage 2 on
 * @param critic how the discriminator learns
 * @param generator how the generator learns
 * @param stability when the stage is over before its steps are
 */
public record AdversarialSettings(
        int steps,
        int batch,
        AdversarialLoss loss,
        Optional<Ranking> ranking,
        Critic critic,
        Generator generator,
        Optional<GapStability> stability)
        implements StageSettings {

    /**
     * GoGAN's ranking: λ1 L_disc + λ2 L_rank (section 3.3). The paper leaves both weights open.
     *
     * @param lossWeight λ1
     * @param rankWeight λ2
     * @param margin ε of (3), taken twice
     */
    public record Ranking(double lossWeight, double rankWeight, double margin) {

        public Ranking {
            Require.weight("lossWeight", lossWeight);
            Require.weight("rankWeight", rankWeight);
            Require.weight("margin", margin);
        }
    }

    /**
     * How the discriminator learns.
     *
     * @param updates for each of the generator; 5 in WGAN and GoGAN
     * @param rate learning rate
     * @param optimizer its constants
     * @param clip where weights are clipped after every update, if they are; 0.01 in WGAN and GoGAN
     * @param penaltyWeight λ_gp, 0 for none
     */
    public record Critic(
            int updates, double rate, OptimizerSettings optimizer, OptionalDouble clip, double penaltyWeight) {

        public Critic {
            Require.positive("updates", updates);
            Require.rate("rate", rate);
            Require.weight("penaltyWeight", penaltyWeight);
            Objects.requireNonNull(optimizer, "optimizer");
            clip.ifPresent(limit -> Require.rate("clip", limit));
        }
    }

    /**
     * How the generator learns.
     *
     * @param rate learning rate
     * @param optimizer its constants
     */
    public record Generator(double rate, OptimizerSettings optimizer) {

        public Generator {
            Require.rate("rate", rate);
            Objects.requireNonNull(optimizer, "optimizer");
        }
    }

    public AdversarialSettings {
        Require.positive("steps", steps);
        Require.positive("batch", batch);
        Objects.requireNonNull(loss, "loss");
    }

    @Override
    public int batchesPerStep() {
        return critic.updates();
    }

    @Override
    public double penaltyWeight() {
        return critic.penaltyWeight();
    }
}
