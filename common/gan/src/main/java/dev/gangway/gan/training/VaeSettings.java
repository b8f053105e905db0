package dev.gangway.gan.training;

import dev.gangway.gan.optimizer.AdamSettings;

/**
 * Stage 0 of RankGAN (section 3.3): encoder and generator learn as a variational autoencoder; a step is one update of both.
 *
 * @param batch images in a batch
 * @param rates learning rate of each update
 * @param adam Adam's constants, for both networks
 * @param divergenceWeight weight of the KL divergence against half the summed squared error; 10 in the authors' code
 * @param occlusion the probability, 0 to 1, that the encoder sees an image with a square hidden, while the decoder has to
 *     give all of it; 0 in the papers, more where images are completed from the encoder
 */
public record VaeSettings(int batch, LearningRates rates, AdamSettings adam, double divergenceWeight, double occlusion)
        implements StageSettings {

    public VaeSettings {
        Require.positive("batch", batch);
        Require.weight("divergenceWeight", divergenceWeight);
        Require.fraction("occlusion", occlusion);
    }

    @Override
    public int steps() {
        return rates.updates();
    }
}
