package dev.gangway.gan.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.Device;
import dev.gangway.gan.Pictures;
import dev.gangway.gan.Plans;
import dev.gangway.gan.completion.CompletionSettings.FromEncoder;
import dev.gangway.gan.completion.CompletionSettings.FromPrior;
import dev.gangway.gan.completion.CompletionSettings.Start;
import dev.gangway.gan.completion.blending.Blending;
import dev.gangway.gan.completion.mask.FaceMask;
import dev.gangway.gan.completion.mask.HalfMask;
import dev.gangway.gan.completion.mask.Mask;
import dev.gangway.gan.completion.mask.RandomMasks;
import dev.gangway.gan.completion.objective.ObjectiveSettings;
import dev.gangway.gan.completion.objective.PerceptualLoss;
import dev.gangway.gan.completion.search.SearchSettings;
import dev.gangway.gan.completion.search.StopRule;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.optimizer.AdamSettings;
import dev.gangway.gan.optimizer.NesterovSettings;
import dev.gangway.gan.optimizer.OptimizerSettings;
import dev.gangway.gan.optimizer.RmsPropSettings;
import dev.gangway.gan.training.Snapshot;
import dev.gangway.gan.training.StopSignal;
import dev.gangway.gan.training.TrainingImages;
import dev.gangway.gan.training.TrainingObserver;
import dev.gangway.gan.training.TrainingRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LatentOptimizerTest {

    private static final int SIZE = 16;
    private static final Mask MASK = Mask.centreSquare(SIZE, 0.25);

    private static Map<String, byte[]> parts;
    private static TrainedModel model;

    private final ImageArray images = Pictures.squares(8, SIZE, 3);
    private final List<Mask> masks = List.of(
            MASK,
            HalfMask.LEFT.ofSize(SIZE),
            RandomMasks.pixels(SIZE, 0.5, 1),
            RandomMasks.blocks(SIZE, 0.3, 2, 2),
            HalfMask.TOP.ofSize(SIZE),
            FaceMask.CENTER_SMALL.ofSize(SIZE),
            RandomMasks.pixels(SIZE, 0.9, 3),
            MASK);

    @BeforeAll
    static void train() {
        TrainingImages images = new TrainingImages(Pictures.squares(200, SIZE, 1), Pictures.squares(30, SIZE, 2));
        try (TrainingRun run = TrainingRun.start(Plans.tiny(300, 20, 1, 0), images, Device.cpu())) {
            run.run(TrainingObserver.NONE, StopSignal.NEVER);
            Snapshot snapshot = run.state().snapshot();
            parts = snapshot.parts();
            model = TrainedModel.load(Device.cpu(), Plans.tinyNetworks(), parts);
        }
    }

    @AfterAll
    static void free() {
        model.close();
    }

    static List<Start> starts() {
        return List.of(new FromEncoder(), new FromPrior(1));
    }

    static List<OptimizerSettings> optimizers() {
        return List.of(AdamSettings.USUAL, RmsPropSettings.USUAL, NesterovSettings.USUAL);
    }

    @ParameterizedTest
    @EnumSource
    void visiblePixelsComeBackBitEqualAndHiddenOnesDoNotMatter(Blending blending) {
        CompletionSettings settings = new CompletionSettings(
                ObjectiveSettings.of(PerceptualLoss.RANKGAN, 0.1),
                SearchSettings.adam(5, 0.05),
                new FromEncoder(),
                blending);
        Completion completion = complete(images, settings, 0, 1, 2, 3, 4, 5, 6, 7);
        byte[] repainted = images.pixels().clone();
        boolean[] visible = MASK.visible();
        for (int i = 0; i < repainted.length; i++) {
            if (visible[i % (SIZE * SIZE)]) {
                assertThat(completion.images().pixels()[i]).isEqualTo(images.pixels()[i]);
            } else {
                repainted[i] = (byte) 200;
            }
        }
        Completion other = complete(new ImageArray(SIZE, repainted), settings, 0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(other.images().pixels()).isEqualTo(completion.images().pixels());
        assertThat(completion.images().pixels()).isNotEqualTo(images.pixels());
    }

    @ParameterizedTest
    @MethodSource("starts")
    void searchingLongerComesCloserToWhatIsVisible(Start start) {
        Completion before = complete(images, settings(0, start), 0, 1, 2, 3, 4, 5, 6, 7);
        Completion after = complete(images, settings(60, start), 0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(sum(after, Completion.Search::contextual))
                .isLessThan(0.9 * sum(before, Completion.Search::contextual));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimizerLowersTheObjective(OptimizerSettings optimizer) {
        SearchSettings search = new SearchSettings(40, 2e-4, optimizer, OptionalDouble.empty(), StopRule.NEVER);
        Completion before = complete(images, settings(0, new FromPrior(1)), 0, 1, 2, 3, 4, 5, 6, 7);
        Completion after = complete(images, settings(search, new FromPrior(1)), 0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(sum(after, Completion.Search::total)).isLessThan(sum(before, Completion.Search::total));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void anImageHasTheSameBitsInEveryBatchThoughOthersLeaveEarly(Start start) {
        SearchSettings search =
                new SearchSettings(60, 0.05, AdamSettings.USUAL, OptionalDouble.of(2), new StopRule(0.02, 4, 12));
        CompletionSettings settings = settings(search, start);
        long[] seeds = {10, 11, 12, 13, 14, 15, 16, 17};
        Completion together = optimizer(settings)
                .complete(images, masks, StopSignal.NEVER, seeds)
                .orElseThrow();
        assertThat(together.searches())
                .extracting(Completion.Search::updates)
                .allMatch(updates -> updates >= 12 && updates % 4 == 0)
                .anyMatch(updates -> updates < 60)
                .satisfies(updates -> assertThat(new HashSet<>(updates)).hasSizeGreaterThan(2));
        for (int[] batch : new int[][] {{4}, {0}, {7, 2, 4}, {1, 5, 6}}) {
            Completion apart = optimizer(settings)
                    .complete(
                            images.select(batch),
                            Arrays.stream(batch).mapToObj(masks::get).toList(),
                            StopSignal.NEVER,
                            Arrays.stream(batch).mapToLong(i -> seeds[i]).toArray())
                    .orElseThrow();
            assertThat(apart.images().pixels())
                    .isEqualTo(together.images().select(batch).pixels());
            for (int i = 0; i < batch.length; i++) {
                assertSame(apart.searches().get(i), together.searches().get(batch[i]));
            }
        }
    }

    @Test
    void theConstantOfGogansLossDoesNotDecideWhenASearchEnds() {
        SearchSettings search =
                new SearchSettings(60, 0.05, AdamSettings.USUAL, OptionalDouble.empty(), new StopRule(0.02, 4, 12));
        List<Completion> both = Stream.of(PerceptualLoss.RANKGAN, PerceptualLoss.GOGAN)
                .map(perceptual -> new CompletionSettings(
                        ObjectiveSettings.of(perceptual, 100), search, new FromPrior(1), Blending.PASTE))
                .map(settings -> complete(images, settings, 0, 1, 2, 3, 4, 5, 6, 7))
                .toList();
        assertThat(both.get(1).images().pixels()).isEqualTo(both.get(0).images().pixels());
        assertThat(both.get(1).searches())
                .extracting(Completion.Search::updates)
                .isEqualTo(both.get(0).searches().stream()
                        .map(Completion.Search::updates)
                        .toList())
                .anyMatch(updates -> updates < 60);
    }

    @Test
    void aSearchThatDoesNotStopEarlierHasWhatTheRuleWouldLeaveIt() {
        SearchSettings ruled =
                new SearchSettings(20, 0.05, AdamSettings.USUAL, OptionalDouble.empty(), new StopRule(1e-9, 5, 20));
        Completion plain = complete(images, settings(20, new FromEncoder()), 0, 1, 2, 3, 4, 5, 6, 7);
        Completion watched = complete(images, settings(ruled, new FromEncoder()), 0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(watched.images().pixels()).isEqualTo(plain.images().pixels());
        assertThat(watched.searches())
                .isEqualTo(plain.searches())
                .extracting(Completion.Search::updates)
                .containsOnly(20);
    }

    @Test
    void ofSeveralStartsEachImageKeepsItsBest() {
        CompletionSettings several = settings(5, new FromPrior(4));
        Completion one = complete(images, settings(5, new FromPrior(1)), 0, 1, 2, 3, 4, 5, 6, 7);
        Completion best = complete(images, several, 0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(best.searches()).extracting(Completion.Search::start).contains(0, 1, 2);
        for (int i = 0; i < images.count(); i++) {
            Completion.Search kept = best.searches().get(i);
            Completion.Search first = one.searches().get(i);
            if (kept.start() == 0) {
                assertThat(kept).isEqualTo(first);
            } else {
                assertThat(kept.total()).isLessThan(first.total());
            }
        }
        Completion alone = complete(images.select(3), several, 3);
        assertThat(alone.images().pixels()).isEqualTo(best.images().select(3).pixels());
        assertSame(alone.searches().get(0), best.searches().get(3));
    }

    @Test
    void clippingHoldsZInItsRange() {
        SearchSettings search = new SearchSettings(1, 1, AdamSettings.USUAL, OptionalDouble.of(1e-6), StopRule.NEVER);
        Completion completion = complete(images, settings(search, new FromPrior(1)), 0, 1, 2, 3, 4, 5, 6, 7);
        // Whatever the start was, z is all but zero now, and so every image is the same.
        byte[] first = hole(completion, 0);
        for (int i = 1; i < images.count(); i++) {
            assertThat(hole(completion, i)).isEqualTo(first);
        }
    }

    @Test
    void anImageThatMissesNothingComesBackAsItIsBesideOthers() {
        List<Mask> some = new ArrayList<>(masks);
        Mask whole = Mask.ofPixels(SIZE, new byte[SIZE * SIZE]);
        some.set(2, whole);
        Completion completion = optimizer(settings(5, new FromEncoder()))
                .complete(images, some, StopSignal.NEVER, 0, 1, 2, 3, 4, 5, 6, 7)
                .orElseThrow();
        assertThat(completion.images().select(2).pixels())
                .isEqualTo(images.select(2).pixels());
        assertThat(completion.searches().get(2)).isEqualTo(Completion.Search.NONE);
        assertThat(completion.searches().get(3).updates()).isEqualTo(5);
        assertThat(optimizer(settings(5, new FromEncoder()))
                        .complete(images.select(1), whole, 1)
                        .images()
                        .pixels())
                .isEqualTo(images.select(1).pixels());
    }

    @Test
    void theSimilarityTermMakesWhatIsVisibleMoreSimilar() {
        // The objective holds 1000 (1 - SSIM) besides the contextual loss.
        CompletionSettings similar = new CompletionSettings(
                new ObjectiveSettings(0.1, PerceptualLoss.RANKGAN, 1000),
                SearchSettings.adam(30, 0.05),
                new FromEncoder(),
                Blending.PASTE);
        Mask half = HalfMask.LEFT.ofSize(SIZE);
        Completion started = optimizer(withSteps(similar, 0)).complete(images, half, 0, 1, 2, 3, 4, 5, 6, 7);
        Completion ended = optimizer(similar).complete(images, half, 0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(sum(ended, LatentOptimizerTest::similarityTerm))
                .isLessThan(0.9 * sum(started, LatentOptimizerTest::similarityTerm));
    }

    @Test
    void theSearchEndsWithNothingBeforeTheStepAtWhichItIsStopped() {
        AtomicInteger asked = new AtomicInteger();
        Optional<Completion> stopped = new LatentOptimizer(model, settings(1000, new FromPrior(1)))
                .complete(images.select(0), MASK, () -> asked.incrementAndGet() == 3, 1);
        assertThat(stopped).isEmpty();
        assertThat(asked).hasValue(3);
    }

    @Test
    void samplesFollowFromTheirSeeds() {
        assertThat(model.samples(1, 2).select(1).pixels())
                .isEqualTo(model.samples(3, 2).select(1).pixels());
        assertThat(model.samples(1).pixels()).isNotEqualTo(model.samples(2).pixels());
    }

    @Test
    void reconstructionsResembleTheirImages() {
        double error = difference(model.reconstructions(images).pixels(), images.pixels());
        double other = difference(
                model.reconstructions(images).pixels(),
                images.select(1, 2, 3, 4, 5, 6, 7, 0).pixels());
        assertThat(error).isLessThan(other);
    }

    @Test
    void withoutACriticImagesAreCompletedByWhatIsVisibleAlone() {
        CompletionSettings visibleAlone = new CompletionSettings(
                ObjectiveSettings.of(PerceptualLoss.RANKGAN, 0),
                SearchSettings.adam(10, 0.05),
                new FromEncoder(),
                Blending.PASTE);
        Map<String, byte[]> withoutCritic = new HashMap<>(parts);
        withoutCritic.remove("discriminator");

        try (TrainedModel vae = TrainedModel.load(Device.cpu(), Plans.tinyNetworks(), withoutCritic)) {
            Completion completion =
                    new LatentOptimizer(vae, visibleAlone).complete(images, MASK, 0, 1, 2, 3, 4, 5, 6, 7);

            assertThat(completion.images().pixels())
                    .isEqualTo(complete(images, visibleAlone, 0, 1, 2, 3, 4, 5, 6, 7)
                            .images()
                            .pixels());
            assertThat(completion.searches()).allMatch(search -> search.isFinite() && search.perceptual() == 0);
            assertThatThrownBy(() -> new LatentOptimizer(vae, settings(1, new FromEncoder())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no critic");
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> complete(images, settings(1, new FromPrior(1)), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8 images");
        assertThatThrownBy(() -> complete(Pictures.squares(1, 32, 1), settings(1, new FromPrior(1)), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32");
    }

    /** Scores are sums of other sizes in other batches, so losses agree to rounding only. */
    private static void assertSame(Completion.Search found, Completion.Search expected) {
        assertThat(found.updates()).isEqualTo(expected.updates());
        assertThat(found.start()).isEqualTo(expected.start());
        assertThat(found.contextual()).isCloseTo(expected.contextual(), withinPercentage(1e-4));
        assertThat(found.perceptual()).isCloseTo(expected.perceptual(), withinPercentage(1e-2));
        assertThat(found.total()).isCloseTo(expected.total(), withinPercentage(1e-4));
    }

    private static Completion complete(ImageArray images, CompletionSettings settings, long... seeds) {
        return optimizer(settings).complete(images, MASK, seeds);
    }

    private static LatentOptimizer optimizer(CompletionSettings settings) {
        return new LatentOptimizer(model, settings);
    }

    private static CompletionSettings settings(int steps, Start start) {
        return settings(SearchSettings.adam(steps, 0.05), start);
    }

    private static CompletionSettings settings(SearchSettings search, Start start) {
        return new CompletionSettings(ObjectiveSettings.of(PerceptualLoss.RANKGAN, 0.1), search, start, Blending.PASTE);
    }

    private static CompletionSettings withSteps(CompletionSettings settings, int steps) {
        return new CompletionSettings(
                settings.objective(), SearchSettings.adam(steps, 0.05), settings.start(), settings.blending());
    }

    private static double similarityTerm(Completion.Search search) {
        return search.total() - search.contextual() - 0.1 * search.perceptual();
    }

    /** The hidden pixels of one image in all channels. */
    private static byte[] hole(Completion completion, int image) {
        byte[] pixels = completion.images().select(image).pixels();
        boolean[] visible = MASK.visible();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = visible[i % (SIZE * SIZE)] ? 0 : pixels[i];
        }
        return pixels;
    }

    private static double sum(Completion completion, ToDoubleFunction<Completion.Search> figure) {
        return completion.searches().stream().mapToDouble(figure).sum();
    }

    private static double difference(byte[] a, byte[] b) {
        return LongStream.range(0, a.length)
                .map(i -> Math.abs(Byte.toUnsignedInt(a[(int) i]) - Byte.toUnsignedInt(b[(int) i])))
                .sum();
    }
}
