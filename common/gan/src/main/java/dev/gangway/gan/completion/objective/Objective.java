package dev.gangway.gan.completion.objective;

import static dev.gangway.gan.array.Arithmetic.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.array.NativeArray;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.network.Networks;
import dev.gangway.gan.torchscript.Operations;

/**
 * What the best z minimises, RankGAN (10) and GoGAN (32): contextual + λ perceptual, and the authors' similarity where it is
 * asked for.
 *
 * @param networks the functions
 * @param weights their frozen weights
 * @param operations what the similarity is computed with
 * @param settings losses and weights
 */
public record Objective(
        Networks networks, TrainedModel.Weights weights, Operations operations, ObjectiveSettings settings) {

    /**
     * The objective over the networks of {@code model}.
     *
     * @throws IllegalArgumentException when a critic's opinion is asked for and there is none
     */
    public static Objective of(TrainedModel model, ObjectiveSettings settings) {
        if (settings.lambda() > 0 && model.weights().discriminator().isEmpty()) {
            throw new IllegalArgumentException(
                    "the model has no critic, so lambda has to be 0, not " + settings.lambda());
        }
        return new Objective(model.networks(), model.weights(), model.operations(), settings);
    }

    /**
     * What a batch is completed to.
     *
     * @param image y, (batch, 3, size, size) in [-1, 1]
     * @param mask M, (batch, 1, size, size), or (1, 1, size, size) when all images have the same
     * @param score D(y), (batch); zero without a critic
     */
    public record Target(NDArray image, NDArray mask, NDArray score) {}

    /**
     * How good a z is; losses are (batch).
     *
     * @param generated G(z)
     * @param contextual loss of each image
     * @param perceptual loss of each image
     * @param total what is minimised for each image
     */
    public record Value(NDArray generated, NDArray contextual, NDArray perceptual, NDArray total) {}

    public Target target(NDArray image, NDArray mask) {
        return new Target(image, mask, score(image));
    }

    /** The objective at {@code z}, (batch, latent). */
    public Value at(NDArray z, Target target) {
        NDArray generated = networks.generate(weights.generator(), z);
        NDArray score = score(generated);
        NDArray contextual = new ContextualLoss().of(generated, target.image(), target.mask());
        NDArray perceptual = settings.perceptual().of(score, target.score());
        NDArray total = contextual.add(times(settings.lambda(), perceptual));
        return new Value(generated, contextual, perceptual, withSimilarity(total, generated, target));
    }

    /** The {@code total} of each image less what no z changes, by which an improvement is measured. */
    public NDArray withoutConstant(NDArray total, Target target) {
        NDArray score = NativeArray.in(total.getManager(), target.score());
        return total.sub(times(settings.lambda(), settings.perceptual().constant(score)));
    }

    /** D of each image; without a critic, whose opinion has no weight then, zero. */
    private NDArray score(NDArray images) {
        return weights.discriminator()
                .map(critic -> networks.score(critic, images))
                .orElseGet(() ->
                        images.getManager().zeros(new Shape(images.getShape().get(0)), images.getDataType()));
    }

    private NDArray withSimilarity(NDArray total, NDArray generated, Target target) {
        if (settings.similarity() == 0) {
            return total;
        }
        NDArray loss = new SimilarityLoss(operations).of(generated, target.image(), target.mask());
        return total.add(times(settings.similarity(), loss));
    }
}
