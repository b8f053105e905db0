package dev.gangway.gan.training;

import dev.gangway.gan.optimizer.AdamSettings;

/**
 * Stage 1 of RankGAN: the critic learns against the VAE's decoder with the Wasserstein loss and the gradient penalty (5); a
 * step is one update of the critic.
 *
 * @param batch images in a batch
 * @param rates learning rate of each update
 * @param adam Adam's constants
 * @param penaltyWeight λ_gp of (7); 10 in the paper
 * @param latents where the latents come from
 */
public record CriticSettings(int batch, LearningRates rates, AdamSettings adam, double penaltyWeight, Latents latents)
        implements StageSettings {

    public CriticSettings {
        Require.positive("batch", batch);
        Require.weight("penaltyWeight", penaltyWeight);
    }

    @Override
    public int steps() {
        return rates.updates();
    }
}
