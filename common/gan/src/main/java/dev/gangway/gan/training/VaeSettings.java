package dev.gangway.gan.training;

import dev.gangway.gan.optimizer.AdamSettings;

/**
 * Stage 0 of RankGAN (section 3.3): encoder and generator learn as a variational autoencoder; a step is one update of both.
 *
 * @param batch images in a batch
 * @param rates learning rate of each update
 * @param adam Adam's constants, for both networks
 * @param divergenceWeight weight of the KL divergence against half the summed squared error; 10 in the authors' code
 */
public record VaeSettings(int batch, LearningRates rates, AdamSettings adam, double divergenceWeight)
        implements StageSettings {

    public VaeSettings {
        Require.positive("batch", batch);
        Require.weight("divergenceWeight", divergenceWeight);
    }

    @Override
    public int steps() {
        return rates.updates();
    }
}
