package dev.gangway.completion.network;

import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.completion.Completion;
import dev.gangway.gan.completion.LatentOptimizer;
import dev.gangway.gan.completion.mask.Mask;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.random.Seeds;
import dev.gangway.plans.LatentSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Completes batches of images as one job asks for it: RankGAN eq. 8-11. */
public final class ImageCompleter {

    /** Where the seeds of squares but the first are drawn, beside those of random masks: part of every job's bits. */
    private static final long SQUARE = 2;

    private final TrainedModel model;
    private final LatentOptimizer optimizer;
    private final DeviceBatches batches = new DeviceBatches();
    private final long seed;

    /**
     * Completes by {@code settings}.
     *
     * @param seed the job's: where the search for an image begins follows from it and from the image's number
     * @throws TaskRefusedException when the checkpoint cannot do what the settings ask for
     */
    public ImageCompleter(TrainedModel model, CompletionSettings settings, long seed) throws TaskRefusedException {
        this.model = model;
        this.optimizer = optimizer(model, settings);
        this.seed = seed;
    }

    /**
     * A completed image.
     *
     * @param image visible pixels as they were, the others as the generator made them
     * @param isFinite whether its losses were numbers; otherwise its hidden pixels mean nothing
     */
    public record Completed(RgbImage image, boolean isFinite) {}

    /**
     * Completes images behind their masks; what is hidden there is not looked at, and what becomes of one image does not depend
     * on the others. A device whose memory is too small for all of them gets them in parts.
     *
     * @param images squares of the networks' size
     * @param masks one for each
     * @param numbers of the images in their job
     * @return one for each image, or nothing when it was stopped
     */
    public Optional<List<Completed>> complete(
            List<RgbImage> images, List<Mask> masks, int[] numbers, BooleanSupplier stop) {
        long[] seeds =
                Arrays.stream(numbers).mapToLong(number -> seedOf(number, 0)).toArray();
        return complete(images, masks, seeds, stop);
    }

    /** The same, each image with a {@link #seedOf seed}. */
    public Optional<List<Completed>> complete(
            List<RgbImage> images, List<Mask> masks, long[] seeds, BooleanSupplier stop) {
        return batches.run(images.size(), (from, to) -> optimizer
                .complete(
                        PixelLayout.planar(images.subList(from, to)),
                        masks.subList(from, to),
                        stop::getAsBoolean,
                        Arrays.copyOfRange(seeds, from, to))
                .map(ImageCompleter::completed));
    }

    /** What the generator makes of draws from the prior: all that can be done where nothing is visible. */
    public List<RgbImage> drawn(long... seeds) {
        // A device computes a single image by other means than several.
        long[] atLeastTwo = seeds.length == 1 ? new long[] {seeds[0], seeds[0]} : seeds;
        return PixelLayout.interleaved(model.samples(atLeastTwo)).subList(0, seeds.length);
    }

    /** What an image's draws follow from: its number in the job, and which of its squares it is, from 0. */
    public long seedOf(int number, int square) {
        SplittableRandom generator =
                square == 0 ? Seeds.generator(seed, number) : Seeds.generator(seed, number, SQUARE, square);
        return generator.nextLong();
    }

    private static List<Completed> completed(Completion completion) {
        List<RgbImage> images = PixelLayout.interleaved(completion.images());
        List<Completed> completed = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            completed.add(
                    new Completed(images.get(i), completion.searches().get(i).isFinite()));
        }
        return completed;
    }

    private static LatentOptimizer optimizer(TrainedModel model, CompletionSettings settings)
            throws TaskRefusedException {
        if (settings.start() == CompletionSettings.Start.ENCODER
                && model.weights().encoder().isEmpty()) {
            throw new TaskRefusedException(
                    "settings-refused", "the checkpoint has no encoder to start from: start from the prior");
        }
        try {
            return new LatentOptimizer(model, LatentSettings.of(settings));
        } catch (IllegalArgumentException e) {
            throw new TaskRefusedException("settings-refused", e.getMessage(), e);
        }
    }
}
