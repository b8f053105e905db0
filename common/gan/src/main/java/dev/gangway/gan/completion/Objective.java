package dev.gangway.gan.completion;

import ai.djl.ndarray.NDArray;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.network.Networks;

/**
 * What the best z minimises, RankGAN (10) and GoGAN (32): contextual + λ perceptual.
 *
 * @param networks the functions
 * @param weights their frozen weights
 * @param perceptual which paper's perceptual loss
 * @param lambda its weight
 */
record Objective(Networks networks, TrainedModel.Weights weights, PerceptualLoss perceptual, double lambda) {

    /**
     * What a batch is completed to.
     *
     * @param image y, (batch, 3, size, size) in [-1, 1]
     * @param mask M, (1, 1, size, size)
     * @param score D(y), (batch)
     */
    record Target(NDArray image, NDArray mask, NDArray score) {}

    /**
     * How good a z is.
     *
     * @param generated G(z)
     * @param contextual loss of each image
     * @param perceptual loss of each image
     */
    record Found(NDArray generated, NDArray contextual, NDArray perceptual) {}

    Target target(NDArray image, NDArray mask) {
        return new Target(image, mask, networks.score(weights.discriminator(), image));
    }

    Found at(NDArray z, Target target) {
        NDArray generated = networks.generate(weights.generator(), z);
        NDArray score = networks.score(weights.discriminator(), generated);
        return new Found(
                generated,
                new ContextualLoss().of(generated, target.image(), target.mask()),
                perceptual.of(score, target.score()));
    }

    /** The loss of each image: (batch). */
    NDArray total(NDArray z, Target target) {
        Found found = at(z, target);
        return found.contextual().add(found.perceptual().mul(lambda));
    }
}
