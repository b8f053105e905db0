package dev.gangway.plans;

import dev.gangway.contracts.recipe.HasLength;
import dev.gangway.contracts.recipe.Phase;
import dev.gangway.gan.training.LearningRates;
import java.util.List;

/**
 * Lengths in epochs as lengths in updates.
 *
 * @param images training images of an epoch
 * @param batch images of a batch; what does not fill one is left out
 */
record Epochs(int images, int batch) {

    /** How many steps of {@code batchesPerStep} batches {@code updates} are, or else {@code epochs}; at least one. */
    int steps(Integer updates, Integer epochs, int batchesPerStep) {
        if (updates != null) {
            return updates;
        }
        long steps = (long) epochs * (images / batch) / batchesPerStep;
        if (steps > HasLength.MOST_UPDATES) {
            throw new IllegalArgumentException(
                    epochs + " epochs of " + images + " images are more than " + HasLength.MOST_UPDATES + " steps");
        }
        return Math.toIntExact(Math.max(1, steps));
    }

    /** The learning rates of {@code phases}, whose steps take one batch each. */
    LearningRates rates(List<Phase> phases) {
        return new LearningRates(phases.stream()
                .map(phase -> new LearningRates.Phase(steps(phase.updates(), phase.epochs(), 1), phase.learningRate()))
                .toList());
    }
}
