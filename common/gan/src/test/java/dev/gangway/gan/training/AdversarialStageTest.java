package dev.gangway.gan.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import dev.gangway.gan.Pictures;
import dev.gangway.gan.Plans;
import dev.gangway.gan.loss.AdversarialLoss;
import dev.gangway.gan.loss.LeastSquaresLoss;
import dev.gangway.gan.loss.MarginLoss;
import dev.gangway.gan.loss.NonSaturatingLoss;
import dev.gangway.gan.loss.WassersteinLoss;
import dev.gangway.gan.network.Normalisation;
import dev.gangway.gan.network.ProgressiveArchitecture;
import dev.gangway.gan.torchscript.Precision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdversarialStageTest {

    private static final TrainingImages IMAGES =
            new TrainingImages(Pictures.squares(50, 16, 1), Pictures.squares(30, 16, 2));
    private static final Optional<AdversarialSettings.Ranking> NO_RANKING = Optional.empty();
    private static final OptionalDouble NO_CLIP = OptionalDouble.empty();

    /** GoGAN with batch norm, clipping and an average: 4 steps of each of three stages. */
    private static final StagePlan GANG = gang();

    static Stream<AdversarialLoss> losses() {
        return Stream.of(new NonSaturatingLoss(), new LeastSquaresLoss(), new WassersteinLoss(), new MarginLoss(1));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyMethodLearnsToTellImagesFromNoiseAndReportsItsTerms(AdversarialLoss loss) {
        StagePlan plan = Plans.of(Plans.tinyNetworks(), Plans.adversarial(30, loss));
        List<StepReport> reports = new ArrayList<>();
        Snapshot end = finish(TrainingRun.start(plan, IMAGES, Device.cpu()), reports);
        assertThat(end.progress().stage()).isEqualTo(1);
        assertThat(end.parts()).containsOnlyKeys("generator", "discriminator", "optimizer");
        assertThat(reports.get(0).values())
                .containsKeys("critic.adversarial", "critic.loss", "generator.loss", "score.real", "score.current");
        assertThat(reports.get(reports.size() - 1).heldOut().orElseThrow().realAboveCurrent())
                .isGreaterThan(0.5);
    }

    @Test
    void clippingKeepsTheWeightsOfTheDiscriminatorWithinTheLimit() {
        AdversarialSettings wgan = Plans.adversarial(3, new WassersteinLoss(), NO_RANKING, OptionalDouble.of(0.01), 0);
        Snapshot end = finish(TrainingRun.start(Plans.of(Plans.tinyNetworks(), wgan), IMAGES, Device.cpu()));
        assertThat(largest(end.part("discriminator"))).isLessThanOrEqualTo(0.01f);
        assertThat(largest(end.part("generator"))).isGreaterThan(0.01f);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 6, 11})
    void aGangThatIsInterruptedAndResumedEndsWithTheSameBits(int interruptedBefore) {
        Snapshot whole = finish(TrainingRun.start(GANG, IMAGES, Device.cpu()));
        Snapshot interrupted;
        try (TrainingRun run = TrainingRun.start(GANG, IMAGES, Device.cpu())) {
            assertThat(run.run(TrainingObserver.NONE, after(interruptedBefore)))
                    .isInstanceOf(TrainingOutcome.Stopped.class);
            interrupted = run.state().snapshot();
        }
        Snapshot resumed = finish(TrainingRun.resume(GANG, IMAGES, Device.cpu(), interrupted));
        assertThat(resumed.progress()).isEqualTo(whole.progress());
        whole.parts()
                .forEach(
                        (name, bytes) -> assertThat(resumed.part(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void aLaterStageOfAGangRanksAgainstTheFrozenOneBefore() {
        List<StepReport> reports = new ArrayList<>();
        Snapshot end = finish(TrainingRun.start(GANG, IMAGES, Device.cpu()), reports);
        StepReport second = reports.stream()
                .filter(report -> report.progress().stage() == 2)
                .findFirst()
                .orElseThrow();
        // score.previous is what the stage's own discriminator says of G_i: a ranked stage's, and held-out.previous.
        assertThat(second.values()).containsKeys("critic.rank", "score.frozen").doesNotContainKey("score.previous");
        assertThat(end.progress().gaps()).containsOnlyKeys(1, 2, 3);
        // The stage does not end by them.
        assertThat(end.progress().stageGaps()).isEmpty();
        assertThat(end.part("previous-generator")).isNotEqualTo(end.part("generator"));
    }

    @Test
    void anUnrankedStageAfterARankedOneHasNoRival() {
        AdversarialSettings ranked = Plans.adversarial(
                2, new MarginLoss(1), Optional.of(new AdversarialSettings.Ranking(1, 0.5, 1)), NO_CLIP, 0);
        StagePlan plan = Plans.of(
                Plans.tinyNetworks(),
                Plans.adversarial(2, new MarginLoss(1)),
                ranked,
                Plans.adversarial(2, new MarginLoss(1)));
        List<StepReport> reports = new ArrayList<>();
        Snapshot end = finish(TrainingRun.start(plan, IMAGES, Device.cpu()), reports);
        assertThat(end.progress().stage()).isEqualTo(3);
        assertThat(end.parts()).containsOnlyKeys("generator", "discriminator", "optimizer");
        for (StepReport report : reports) {
            assertThat(report.heldOut().orElseThrow().previous().isPresent())
                    .isEqualTo(report.progress().stage() == 2);
        }
    }

    @Test
    void aNetworksNormIsOfWhatItLearnsAndNotOfWhatItSaw() {
        List<Double> told = new ArrayList<>();
        List<Double> learned = new ArrayList<>();
        try (TrainingRun run = TrainingRun.start(GANG, IMAGES, Device.cpu())) {
            run.run(
                    new TrainingObserver() {
                        @Override
                        public void reported(StepReport report, TrainingState state) {
                            told.add(report.values().get("generator.norm"));
                            learned.add(norm(state.require(NetworkRole.GENERATOR)
                                    .variables()
                                    .values()));
                        }
                    },
                    StopSignal.NEVER);
        }
        assertThat(told).isNotEmpty().hasSameSizeAs(learned);
        for (int report = 0; report < told.size(); report++) {
            assertThat(told.get(report)).isCloseTo(learned.get(report), withinPercentage(1e-3));
        }
    }

    private static double norm(Collection<NDArray> arrays) {
        double squares = 0;
        for (NDArray array : arrays) {
            for (float value : array.toFloatArray()) {
                squares += (double) value * value;
            }
        }
        return Math.sqrt(squares);
    }

    @Test
    void theAverageTakesTheGeneratorsPlaceAtTheEndOfAStage() {
        List<Snapshot> during = new ArrayList<>();
        List<Snapshot> atEnd = new ArrayList<>();
        try (TrainingRun run = TrainingRun.start(GANG, IMAGES, Device.cpu())) {
            run.run(
                    new TrainingObserver() {
                        @Override
                        public void reported(StepReport report, TrainingState state) {
                            during.add(state.snapshot());
                        }

                        @Override
                        public void stageFinished(StageReport report, TrainingState state) {
                            atEnd.add(state.snapshot());
                        }
                    },
                    StopSignal.NEVER);
        }
        Snapshot last = during.get(during.size() - 1);
        assertThat(last.part("averaged-generator")).isNotEqualTo(last.part("generator"));
        assertThat(atEnd.get(2).parts()).doesNotContainKey("averaged-generator");
        assertThat(atEnd.get(2).part("generator")).isEqualTo(last.part("averaged-generator"));
    }

    @Test
    void rankedStagesWithoutEncoderFollowAWassersteinStage() {
        StagePlan plan = Plans.of(
                new ProgressiveArchitecture(16, 4, 6),
                Plans.adversarial(3, new WassersteinLoss(), NO_RANKING, NO_CLIP, 10),
                Plans.ranked(3, Latents.PRIOR, RankedSettings.Limits.NONE));
        List<StepReport> reports = new ArrayList<>();
        Snapshot end = finish(TrainingRun.start(plan, IMAGES, Device.cpu()), reports);
        assertThat(end.progress().stage()).isEqualTo(2);
        assertThat(reports.get(0).values()).containsKey("critic.penalty");
        assertThat(reports.get(reports.size() - 1).values()).containsKeys("critic.rank", "generator.rank");
    }

    @Test
    void convolutionsInBfloat16TrainFloat32Weights() {
        StagePlan plan = new StagePlan(
                Plans.tinyNetworks(),
                new StagePlan.Computation(11, Precision.BFLOAT16, OptionalDouble.empty()),
                new StagePlan.Measurement(2, 40),
                List.of(Plans.vae(20), Plans.critic(4), Plans.ranked(2, Optional.empty())));
        List<StepReport> reports = new ArrayList<>();
        Snapshot reduced = finish(TrainingRun.start(plan, IMAGES, Device.cpu()), reports);
        StagePlan full = Plans.of(Plans.tinyNetworks(), plan.stages().toArray(StageSettings[]::new));
        Snapshot exact = finish(TrainingRun.start(full, IMAGES, Device.cpu()));
        assertThat(reduced.part("generator")).hasSameSizeAs(exact.part("generator"));
        assertThat(reduced.part("generator")).isNotEqualTo(exact.part("generator"));
        assertThat(reports.get(9).values().get("vae.loss"))
                .isLessThan(reports.get(0).values().get("vae.loss"));
    }

    @Test
    void aStageEndsWhenItsGapHasBeenStable() {
        AdversarialSettings still = new AdversarialSettings(
                500,
                8,
                new WassersteinLoss(),
                NO_RANKING,
                new AdversarialSettings.Critic(2, 1e-9, Plans.ADAM, NO_CLIP, 0),
                new AdversarialSettings.Generator(1e-9, Plans.ADAM),
                Optional.of(new GapStability(3, 0.05)));
        List<StageReport> ends = new ArrayList<>();
        try (TrainingRun run = TrainingRun.start(Plans.of(Plans.tinyNetworks(), still), IMAGES, Device.cpu())) {
            run.run(
                    new TrainingObserver() {
                        @Override
                        public void stageFinished(StageReport report, TrainingState state) {
                            ends.add(report);
                        }
                    },
                    StopSignal.NEVER);
        }
        assertThat(ends.get(0).reason()).isEqualTo(StageReport.Reason.GAP_STABLE);
        // 6 batches an epoch, 2 a step: 3 epochs are 9 steps.
        assertThat(ends.get(0).progress().step()).isEqualTo(10);
        assertThat(ends.get(0).progress().stageGaps()).hasSize(10);
    }

    @Test
    void aDivergenceIsFoundInItsOwnStepAndNotAtTheNextReport() {
        AdversarialSettings exploding = new AdversarialSettings(
                100,
                8,
                new LeastSquaresLoss(),
                NO_RANKING,
                new AdversarialSettings.Critic(1, 1, Plans.ADAM, NO_CLIP, 0),
                new AdversarialSettings.Generator(1, Plans.ADAM),
                Optional.empty());
        StagePlan plan = new StagePlan(
                Plans.tinyNetworks(),
                StagePlan.Computation.seeded(1),
                new StagePlan.Measurement(100, 40),
                List.of(exploding));
        try (TrainingRun run = TrainingRun.start(plan, IMAGES, Device.cpu())) {
            assertThat(run.run(TrainingObserver.NONE, StopSignal.NEVER))
                    .isInstanceOfSatisfying(TrainingOutcome.Diverged.class, diverged -> {
                        assertThat(diverged.value()).matches("(critic|generator|score).*");
                        assertThat(diverged.progress().step()).isLessThan(100);
                    });
        }
    }

    @Test
    void plansThatCannotWorkAreRefusedWithTheStageAndTheReason() {
        assertThatThrownBy(() -> Plans.of(Plans.tinyNetworks(), Plans.ranked(2, Optional.empty())))
                .hasMessageContaining("stages[0]")
                .hasMessageContaining("a ranked stage follows one with a discriminator");
        assertThatThrownBy(() -> Plans.of(Plans.tinyNetworks(), Plans.vae(2))).hasMessageContaining("discriminator");
        AdversarialSettings penalised = Plans.adversarial(2, new WassersteinLoss(), NO_RANKING, NO_CLIP, 10);
        assertThatThrownBy(() -> Plans.of(Plans.tinyNetworks(4, Normalisation.BATCH), penalised))
                .hasMessageContaining("no batch norm");
        assertThatThrownBy(() -> Plans.of(Plans.tinyNetworks(), penalised, Plans.ranked(2, Optional.empty())))
                .hasMessageContaining("stages[1]: latents from the encoder need a VAE");
        AdversarialSettings rankless = Plans.adversarial(
                2,
                new MarginLoss(1),
                Optional.of(new AdversarialSettings.Ranking(1, 0.5, 1)),
                OptionalDouble.of(0.01),
                0);
        assertThatThrownBy(() -> Plans.of(Plans.tinyNetworks(), rankless))
                .hasMessageContaining("a ranking needs an earlier stage");
    }

    private static StagePlan gang() {
        Optional<AdversarialSettings.Ranking> ranking = Optional.of(new AdversarialSettings.Ranking(1, 0.5, 1));
        OptionalDouble clip = OptionalDouble.of(0.05);
        AdversarialSettings later = Plans.adversarial(4, new MarginLoss(1), ranking, clip, 0);
        return new StagePlan(
                Plans.tinyNetworks(4, Normalisation.BATCH),
                new StagePlan.Computation(11, Precision.FULL, OptionalDouble.of(0.9)),
                new StagePlan.Measurement(2, 40),
                List.of(Plans.adversarial(4, new MarginLoss(1), NO_RANKING, clip, 0), later, later));
    }

    private static Snapshot finish(TrainingRun started) {
        return finish(started, new ArrayList<>());
    }

    private static Snapshot finish(TrainingRun started, List<StepReport> reports) {
        try (TrainingRun run = started) {
            TrainingOutcome outcome = run.run(
                    new TrainingObserver() {
                        @Override
                        public void reported(StepReport report, TrainingState state) {
                            reports.add(report);
                        }
                    },
                    StopSignal.NEVER);
            assertThat(outcome).isInstanceOf(TrainingOutcome.Finished.class);
            return run.state().snapshot();
        }
    }

    private static StopSignal after(int steps) {
        AtomicInteger taken = new AtomicInteger();
        return () -> taken.getAndIncrement() >= steps;
    }

    /** The largest magnitude among the float32 values of a safetensors file. */
    private static float largest(byte[] safetensors) {
        ByteBuffer file = ByteBuffer.wrap(safetensors).order(ByteOrder.LITTLE_ENDIAN);
        file.position(Math.toIntExact(8 + file.getLong(0)));
        float largest = 0;
        while (file.remaining() >= Float.BYTES) {
            largest = Math.max(largest, Math.abs(file.getFloat()));
        }
        return largest;
    }
}
