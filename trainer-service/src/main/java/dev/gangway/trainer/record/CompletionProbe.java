package dev.gangway.trainer.record;

import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.evaluation.Hole;
import dev.gangway.evaluation.ImageFigures;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.completion.Completion;
import dev.gangway.gan.completion.LatentOptimizer;
import dev.gangway.gan.completion.mask.Mask;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.training.NetworkRole;
import dev.gangway.gan.training.TrainingState;
import dev.gangway.plans.LatentSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Completes the first held-out images as training proceeds, behind a centre square of a quarter of the area: GoGAN's Figure 8.
 * Few updates of z, so that it takes a small share of the time; a completion job's figures are better.
 */
final class CompletionProbe {

    private static final double HIDDEN = 0.25;
    private static final int MOST_UPDATES = 15;

    /** What becomes of an image does not depend on those beside it, and the device has to take them. */
    private static final int IMAGES_AT_ONCE = 32;

    private final RecordedRun run;
    private final ImageArray images;
    private final Mask mask;

    CompletionProbe(RecordedRun run, int images) {
        this.run = run;
        int count = Math.min(images, run.images().heldOut().count());
        this.images = ImageArray.of(run.images().heldOut(), ImageArray.first(count));
        this.mask = Mask.centreSquare(this.images.size(), HIDDEN);
    }

    /** Whether there are the networks that completion needs: a critic is none of them, a VAE has none. */
    static boolean possible(RecordedRun run, TrainingState state) {
        boolean encoding = run.job().recipe().completion().start() == CompletionSettings.Start.ENCODER;
        return !encoding || state.network(NetworkRole.ENCODER).isPresent();
    }

    /** Means over the images, by the names they are published under; nothing when the run is stopped meanwhile. */
    Map<String, Double> measure(TrainingState state) {
        try (TrainedModel model = TrainedModel.load(run.device(), run.plan().architecture(), parts(state))) {
            LatentOptimizer optimizer = new LatentOptimizer(model, settings(state));
            List<ImageFigures> all = new ArrayList<>();
            for (int from = 0; from < images.count(); from += IMAGES_AT_ONCE) {
                int[] part = IntStream.range(from, Math.min(from + IMAGES_AT_ONCE, images.count()))
                        .toArray();
                Optional<Completion> completed = optimizer.complete(
                        images.select(part),
                        mask,
                        run.stop(),
                        Arrays.stream(part).asLongStream().toArray());
                if (completed.isEmpty()) {
                    return Map.of();
                }
                all.addAll(figures(part, completed.get().images()));
            }
            return means(all);
        }
    }

    private dev.gangway.gan.completion.CompletionSettings settings(TrainingState state) {
        CompletionSettings settings = run.job().recipe().completion().withAtMost(MOST_UPDATES);
        boolean criticised = state.network(NetworkRole.DISCRIMINATOR).isPresent();
        return LatentSettings.of(criticised ? settings : settings.withoutCritic());
    }

    private List<ImageFigures> figures(int[] numbers, ImageArray completed) {
        List<RgbImage> truth = PixelLayout.rgbImages(images.select(numbers));
        List<RgbImage> found = PixelLayout.rgbImages(completed);
        Hole hole = hole();
        return IntStream.range(0, numbers.length)
                .mapToObj(i -> ImageFigures.of(truth.get(i), found.get(i), hole))
                .toList();
    }

    private static Map<String, Double> means(List<ImageFigures> all) {
        Map<String, Double> means = new TreeMap<>();
        putMean(means, "completion.psnr", all, ImageFigures::psnr);
        putMean(means, "completion.ssim", all, figures -> figures.ssim().orElse(Double.NaN));
        putMean(means, "completion.psnr-hole", all, ImageFigures::psnrHole);
        putMean(means, "completion.ssim-hole", all, figures -> figures.ssimHole()
                .orElse(Double.NaN));
        return means;
    }

    private static void putMean(
            Map<String, Double> means, String name, List<ImageFigures> all, ToDoubleFunction<ImageFigures> figure) {
        all.stream().mapToDouble(figure).filter(Double::isFinite).average().ifPresent(mean -> means.put(name, mean));
    }

    private Hole hole() {
        boolean[] missing = mask.visible();
        for (int i = 0; i < missing.length; i++) {
            missing[i] = !missing[i];
        }
        return new Hole(mask.size(), mask.size(), missing);
    }

    private static Map<String, byte[]> parts(TrainingState state) {
        Map<String, byte[]> parts = new TreeMap<>();
        parts.put(NetworkRole.GENERATOR.part(), state.currentGenerator().toSafetensors());
        for (NetworkRole role : List.of(NetworkRole.DISCRIMINATOR, NetworkRole.ENCODER)) {
            state.network(role).map(Parameters::toSafetensors).ifPresent(part -> parts.put(role.part(), part));
        }
        return parts;
    }
}
