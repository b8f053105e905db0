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
import dev.gangway.gan.image.ImageSource;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.training.NetworkRole;
import dev.gangway.gan.training.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Compares generated images to held-out ones at a stage's end: RankGAN's Table 1, samples from the prior being its figures
 * without encoder and reconstructions those with it. The extractor is loaded when it is needed first, the held-out images are
 * described once, and so is what a generator makes that a stage of its critic alone left as it was.
 */
final class StageMeasurement implements AutoCloseable {

    private static final int DESCRIBED_AT_ONCE = 16;
    private static final int MOST_REMEMBERED = 4096;

    private final RecordedRun run;
    private final Renderer renderer;
    private final ImageArray originals;
    private final ImageArray reconstructed;
    private FeatureExtractor extractor;
    private Described real;

    StageMeasurement(RecordedRun run, Renderer renderer, int images) {
        this.run = run;
        this.renderer = renderer;
        int count = Math.min(Math.max(2, images), run.images().heldOut().count());
        this.originals = ImageArray.of(run.images().heldOut(), ImageArray.first(count));
        this.reconstructed = others(run.images().heldOut(), count);
    }

    /** What is reconstructed is not what it is compared with, where there are images enough: pairs lie closer than sets do. */
    private static ImageArray others(ImageSource images, int count) {
        int first = images.count() >= 2 * count ? count : 0;
        return ImageArray.of(images, IntStream.range(first, first + count).toArray());
    }

    /** The figures by the names they are published under; nothing when the run is stopped meanwhile. */
    Map<String, Double> measure(TrainingState state) {
        if (extractor == null) {
            extractor = new CachingFeatureExtractor(
                    ResNet50Extractor.load(run.device()), Math.min(2 * originals.count(), MOST_REMEMBERED));
        }
        if (real == null) {
            real = describe(originals).orElse(null);
        }
        Parameters generator = state.currentGenerator();
        long[] seeds = LongStream.range(0, originals.count()).toArray();
        Optional<Described> samples = describe(renderer.images(generator, renderer.prior(seeds)));
        if (real == null || samples.isEmpty()) {
            return Map.of();
        }
        Map<String, Double> figures = new TreeMap<>();
        figures.put("measured-images", (double) originals.count());
        figures.put("real." + real.score().metric(), real.score().value());
        put(figures, "samples.", samples.get());
        state.network(NetworkRole.ENCODER)
                .flatMap(encoder -> describe(renderer.images(generator, renderer.encoded(encoder, reconstructed))))
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

    private Optional<Described> describe(ImageArray images) {
        List<RgbImage> pictures = PixelLayout.rgbImages(images);
        List<ImageFeatures> rows = new ArrayList<>();
        for (int start = 0; start < pictures.size(); start += DESCRIBED_AT_ONCE) {
            if (run.stop().requested()) {
                return Optional.empty();
            }
            rows.addAll(
                    extractor.extract(pictures.subList(start, Math.min(start + DESCRIBED_AT_ONCE, pictures.size()))));
        }
        return Optional.of(
                new Described(Features.of(extractor.name(), rows), InceptionScore.of(extractor.name(), rows)));
    }

    /** What the extractor says of a set of images. */
    private record Described(Features features, InceptionScore score) {}
}
