package dev.gangway.trainer.record;

import dev.gangway.evaluation.CachingFeatureExtractor;
import dev.gangway.evaluation.FeatureExtractor;
import dev.gangway.evaluation.FeatureStatistics;
import dev.gangway.evaluation.Features;
import dev.gangway.evaluation.FrechetDistance;
import dev.gangway.evaluation.ImageFeatures;
import dev.gangway.evaluation.InceptionScore;
import dev.gangway.evaluation.KernelDistance;
import dev.gangway.evaluation.ResNet50Extractor;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.generation.Renderer;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.training.NetworkRole;
import dev.gangway.gan.training.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Compares generated images to held-out ones at a stage's end: RankGAN's Table 1, samples from the prior being its figures
 * without encoder and reconstructions those with it. The extractor is loaded when it is needed first, the held-out images are
 * described once, and so is what a generator makes that a stage of its critic alone left as it was.
 */
final class StageMeasurement implements AutoCloseable {

    /** The renderer's parts, and whole parts of what is described at once, so that the bits are those of one large piece. */
    private static final int IMAGES_AT_ONCE = 64;

    private static final int DESCRIBED_AT_ONCE = 16;
    private static final int MOST_REMEMBERED = 4096;

    /** Two sets of this many have a quarter of a gigabyte of features, which the kernel distance needs all at once. */
    private static final int MOST_COMPARED = 5_000;

    private final RecordedRun run;
    private final Renderer renderer;
    private final int count;
    private FeatureExtractor extractor;
    private Described real;

    /** A comparison of {@code images} images, or of as many as there are, and of 5,000 at most. */
    StageMeasurement(RecordedRun run, Renderer renderer, int images) {
        this.run = run;
        this.renderer = renderer;
        this.count = Math.min(
                Math.min(Math.max(2, images), MOST_COMPARED),
                run.images().heldOut().count());
    }

    /** The figures by the names they are published under; nothing when the run is stopped meanwhile. */
    Map<String, Double> measure(TrainingState state) {
        if (extractor == null) {
            extractor = new CachingFeatureExtractor(
                    ResNet50Extractor.load(run.device()), Math.min(2 * count, MOST_REMEMBERED));
        }
        if (real == null) {
            real = describe(numbers -> heldOut(0, numbers)).orElse(null);
        }
        Parameters generator = state.currentGenerator();
        Optional<Described> samples = describe(numbers ->
                renderer.images(generator, renderer.prior(numbers.asLongStream().toArray())));
        if (real == null || samples.isEmpty()) {
            return Map.of();
        }
        Map<String, Double> figures = new TreeMap<>();
        figures.put("measured-images", (double) count);
        figures.put("real." + real.score().metric(), real.score().value());
        put(figures, "samples.", samples.get());
        state.network(NetworkRole.ENCODER)
                .flatMap(encoder -> describe(numbers ->
                        renderer.images(generator, renderer.encoded(encoder, heldOut(firstReconstructed(), numbers)))))
                .ifPresent(reconstructions -> put(figures, "reconstructions.", reconstructions));
        return figures;
    }

    @Override
    public void close() {
        if (extractor != null) {
            extractor.close();
        }
    }

    private void put(Map<String, Double> figures, String prefix, Described made) {
        FrechetDistance fid =
                FrechetDistance.between(FeatureStatistics.of(real.features()), FeatureStatistics.of(made.features()));
        KernelDistance kid = KernelDistance.between(real.features(), made.features());
        figures.put(prefix + fid.metric().toLowerCase(Locale.ROOT), fid.value());
        figures.put(prefix + kid.metric().toLowerCase(Locale.ROOT), kid.value());
        figures.put("distances-reliable", kid.reliable() ? 1.0 : 0.0);
        figures.put(prefix + made.score().metric(), made.score().value());
    }

    private ImageArray heldOut(int first, IntStream numbers) {
        return ImageArray.of(
                run.images().heldOut(), numbers.map(number -> first + number).toArray());
    }

    /** What is reconstructed is not what it is compared with, where there are images enough: pairs lie closer than sets do. */
    private int firstReconstructed() {
        return run.images().heldOut().count() >= 2 * count ? count : 0;
    }

    /** Describes the images that {@code made} has for numbers from 0 on, of which it is asked for a few at a time. */
    private Optional<Described> describe(Function<IntStream, ImageArray> made) {
        List<ImageFeatures> rows = new ArrayList<>();
        for (int start = 0; start < count; start += IMAGES_AT_ONCE) {
            List<RgbImage> pictures =
                    PixelLayout.rgbImages(made.apply(IntStream.range(start, Math.min(start + IMAGES_AT_ONCE, count))));
            for (int from = 0; from < pictures.size(); from += DESCRIBED_AT_ONCE) {
                if (run.stop().requested()) {
                    return Optional.empty();
                }
                rows.addAll(
                        extractor.extract(pictures.subList(from, Math.min(from + DESCRIBED_AT_ONCE, pictures.size()))));
            }
        }
        return Optional.of(
                new Described(Features.of(extractor.name(), rows), InceptionScore.of(extractor.name(), rows)));
    }

    /** What the extractor says of a set of images. */
    private record Described(Features features, InceptionScore score) {}
}
