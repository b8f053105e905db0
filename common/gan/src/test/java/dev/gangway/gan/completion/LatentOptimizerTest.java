package dev.gangway.gan.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import dev.gangway.gan.Pictures;
import dev.gangway.gan.Plans;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.training.Snapshot;
import dev.gangway.gan.training.StopSignal;
import dev.gangway.gan.training.TrainingImages;
import dev.gangway.gan.training.TrainingObserver;
import dev.gangway.gan.training.TrainingRun;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LatentOptimizerTest {

    private static final int SIZE = 16;
    private static final Mask MASK = Mask.centreSquare(SIZE, 0.25);

    private static TrainedModel model;

    private final ImageArray images = Pictures.squares(6, SIZE, 3);

    @BeforeAll
    static void train() {
        TrainingImages images = new TrainingImages(Pictures.squares(200, SIZE, 1), Pictures.squares(30, SIZE, 2));
        try (TrainingRun run = TrainingRun.start(Plans.tiny(300, 20, 1, 0), images, Device.cpu())) {
            run.run(TrainingObserver.NONE, StopSignal.NEVER);
            Snapshot snapshot = run.state().snapshot();
            model = TrainedModel.load(Device.cpu(), Plans.tinyNetworks(), snapshot.parts());
        }
    }

    @AfterAll
    static void free() {
        model.close();
    }

    @Test
    void visiblePixelsComeBackBitEqualAndHiddenOnesDoNotMatter() {
        Completion completion = complete(images, settings(5, CompletionSettings.Start.ENCODER), 0, 1, 2, 3, 4, 5);
        byte[] repainted = images.pixels().clone();
        boolean[] visible = MASK.visible();
        for (int i = 0; i < repainted.length; i++) {
            if (visible[i % (SIZE * SIZE)]) {
                assertThat(completion.images().pixels()[i]).isEqualTo(images.pixels()[i]);
            } else {
                repainted[i] = (byte) 200;
            }
        }
        Completion other = complete(
                new ImageArray(SIZE, repainted), settings(5, CompletionSettings.Start.ENCODER), 0, 1, 2, 3, 4, 5);
        assertThat(other.images().pixels()).isEqualTo(completion.images().pixels());
    }

    @ParameterizedTest
    @EnumSource
    void searchingLongerComesCloserToWhatIsVisible(CompletionSettings.Start start) {
        Completion before = complete(images, settings(0, start), 0, 1, 2, 3, 4, 5);
        Completion after = complete(images, settings(60, start), 0, 1, 2, 3, 4, 5);
        assertThat(sum(after.contextual())).isLessThan(0.9 * sum(before.contextual()));
    }

    @ParameterizedTest
    @EnumSource
    void anImageIsCompletedAloneAsInABatch(CompletionSettings.Start start) {
        Completion together = complete(images, settings(20, start), 10, 11, 12, 13, 14, 15);
        Completion alone = complete(images.select(4), settings(20, start), 14);
        byte[] expected = together.images().select(4).pixels();
        for (int i = 0; i < expected.length; i++) {
            assertThat(alone.images().pixels()[i] - expected[i]).isBetween(-1, 1);
        }
    }

    @Test
    void theSearchEndsWithNothingBeforeTheStepAtWhichItIsStopped() {
        AtomicInteger asked = new AtomicInteger();
        Optional<Completion> stopped = new LatentOptimizer(model, settings(1000, CompletionSettings.Start.PRIOR))
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
                images.select(1, 2, 3, 4, 5, 0).pixels());
        assertThat(error).isLessThan(other);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> complete(images, settings(1, CompletionSettings.Start.PRIOR), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6 images");
        assertThatThrownBy(() -> complete(Pictures.squares(1, 32, 1), settings(1, CompletionSettings.Start.PRIOR), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32");
    }

    private static Completion complete(ImageArray images, CompletionSettings settings, long... seeds) {
        return new LatentOptimizer(model, settings).complete(images, MASK, seeds);
    }

    private static CompletionSettings settings(int steps, CompletionSettings.Start start) {
        return new CompletionSettings(0.1, PerceptualLoss.RANKGAN, steps, 0.05, start);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static double difference(byte[] a, byte[] b) {
        return LongStream.range(0, a.length)
                .map(i -> Math.abs(Byte.toUnsignedInt(a[(int) i]) - Byte.toUnsignedInt(b[(int) i])))
                .sum();
    }
}
