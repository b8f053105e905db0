package dev.gangway.gan.completion.search;

import ai.djl.ndarray.NDArray;
import dev.gangway.gan.completion.objective.Objective;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.training.StopSignal;
import java.util.Optional;

/**
 * Gradient descent on the z of several images at once, RankGAN (10). Every image has its own objective, its own z and its own end.
 *
 * @param model whose networks
 * @param objective what is minimised
 * @param settings how
 */
public record LatentSearch(TrainedModel model, Objective objective, SearchSettings settings) {

    /**
     * Searches from {@code start}, (images, latent), for the images of {@code target}; nothing when it was stopped, which is asked
     * before each update.
     */
    public Optional<Searched> from(NDArray start, Objective.Target target, StopSignal stop) {
        int count = Math.toIntExact(start.getShape().get(0));
        Searched found = new Searched(new float[Math.toIntExact(start.size())], new int[count]);
        try (ActiveImages active = new ActiveImages(model, settings, start, target, found)) {
            for (int updates = 1; updates <= settings.steps() && !active.isEmpty(); updates++) {
                if (stop.requested()) {
                    return Optional.empty();
                }
                active.update(objective);
                if (settings.stop().looksAfter(updates)) {
                    active.releaseFinished(updates);
                }
            }
            active.writeDown(settings.steps());
        }
        return Optional.of(found);
    }
}
