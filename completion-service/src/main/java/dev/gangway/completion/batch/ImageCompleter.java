package dev.gangway.completion.batch;

import dev.gangway.contracts.completion.CompletionTask.CompleteImages;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.completion.Completion;
import dev.gangway.gan.completion.LatentOptimizer;
import dev.gangway.gan.completion.mask.Mask;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.random.Seeds;
import dev.gangway.ledger.worker.StopSignal;
import dev.gangway.plans.LatentSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Completes batches of images as one task asks for it: RankGAN eq. 8-11. */
final class ImageCompleter {

    private final LatentOptimizer optimizer;
    private final long seed;

    ImageCompleter(CompleteImages task, TrainedModel model) throws TaskRefusedException {
        this.optimizer = optimizer(task, model);
        this.seed = task.seed();
    }

    /**
     * Completes the images behind their masks; what is hidden there is not looked at. Where the search for an image begins
     * depends on its number in the split, not on the batch.
     *
     * @return the completed images, or nothing when it was stopped
     */
    Optional<List<RgbImage>> complete(Truth batch, List<Occlusion> occlusions, StopSignal stop)
            throws TaskRefusedException {
        long[] seeds = IntStream.range(
                        batch.first(), batch.first() + batch.images().size())
                .mapToLong(image -> Seeds.generator(seed, image).nextLong())
                .toArray();
        List<Mask> masks = occlusions.stream().map(Occlusion::mask).toList();
        Optional<Completion> completion =
                optimizer.complete(PixelLayout.planar(batch.images()), masks, stop::isRaised, seeds);
        if (completion.isEmpty()) {
            return Optional.empty();
        }
        requireFinite(batch.first(), completion.get());
        return Optional.of(PixelLayout.interleaved(completion.get().images()));
    }

    private static LatentOptimizer optimizer(CompleteImages task, TrainedModel model) throws TaskRefusedException {
        if (task.settings().start() == CompletionSettings.Start.ENCODER
                && model.weights().encoder().isEmpty()) {
            throw new TaskRefusedException(
                    "settings-refused", "the checkpoint has no encoder to start from: start from the prior");
        }
        try {
            return new LatentOptimizer(model, LatentSettings.of(task.settings()));
        } catch (IllegalArgumentException e) {
            throw new TaskRefusedException("settings-refused", e.getMessage(), e);
        }
    }

    private static void requireFinite(int first, Completion completion) throws TaskRefusedException {
        for (int i = 0; i < completion.searches().size(); i++) {
            if (!completion.searches().get(i).isFinite()) {
                throw new TaskRefusedException("diverged", "the losses of image " + (first + i) + " are not finite");
            }
        }
    }
}
