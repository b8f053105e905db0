package dev.gangway.gan.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import dev.gangway.gan.Pictures;
import dev.gangway.gan.Plans;
import dev.gangway.gan.image.ImageSource;
import dev.gangway.gan.network.Normalisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingRunTest {

    private static final TrainingImages IMAGES =
            new TrainingImages(Pictures.squares(50, 16, 1), Pictures.squares(30, 16, 2));

    /** 5 steps of the VAE, 5 of the critic, 4 of each of two ranked stages: 18. */
    private static final StagePlan PLAN = Plans.tiny(5, 5, 4, 2);

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 5, 8, 10, 11, 13, 14, 17})
    void aRunThatIsInterruptedAndResumedEndsWithTheSameBits(int interruptedBefore) {
        Snapshot whole = finish(TrainingRun.start(PLAN, IMAGES, Device.cpu()));
        Snapshot interrupted;
        try (TrainingRun run = TrainingRun.start(PLAN, IMAGES, Device.cpu())) {
            assertThat(run.run(TrainingObserver.NONE, after(interruptedBefore)))
                    .isInstanceOf(TrainingOutcome.Stopped.class);
            interrupted = run.state().snapshot();
        }
        assertSameBits(finish(TrainingRun.resume(PLAN, IMAGES, Device.cpu(), interrupted)), whole);
    }

    @Test
    void aSnapshotAtTheEndOfAStageLeadsIntoTheNext() {
        List<Snapshot> ends = new ArrayList<>();
        try (TrainingRun run = TrainingRun.start(PLAN, IMAGES, Device.cpu())) {
            run.run(
                    new TrainingObserver() {
                        @Override
                        public void stageFinished(StageReport report, TrainingState state) {
                            ends.add(state.snapshot());
                        }
                    },
                    StopSignal.NEVER);
        }
        assertThat(ends).hasSize(4).allMatch(end -> end.progress().stageFinished());
        for (Snapshot end : ends) {
            assertSameBits(finish(TrainingRun.resume(PLAN, IMAGES, Device.cpu(), end)), ends.get(3));
        }
    }

    @Test
    void imagesThatAreTurnedAtRandomGiveOtherBitsAndTheSameAfterAnInterruption() {
        TrainingImages turned = new TrainingImages(IMAGES.training(), IMAGES.heldOut(), true);
        Snapshot whole = finish(TrainingRun.start(PLAN, turned, Device.cpu()));
        Snapshot interrupted;
        try (TrainingRun run = TrainingRun.start(PLAN, turned, Device.cpu())) {
            run.run(TrainingObserver.NONE, after(11));
            interrupted = run.state().snapshot();
        }

        assertSameBits(finish(TrainingRun.resume(PLAN, turned, Device.cpu(), interrupted)), whole);
        assertThat(whole.part("generator"))
                .isNotEqualTo(
                        finish(TrainingRun.start(PLAN, IMAGES, Device.cpu())).part("generator"));
    }

    @Test
    void anEncoderThatSeesOccludedImagesLearnsOtherwiseAndTheSameAfterAnInterruption() {
        VaeSettings occluded = new VaeSettings(8, LearningRates.constant(5, 1e-3), Plans.ADAM, 1, 0.5);
        StagePlan plan = Plans.of(Plans.tinyNetworks(), occluded, Plans.critic(2));
        Snapshot whole = finish(TrainingRun.start(plan, IMAGES, Device.cpu()));
        Snapshot interrupted;
        try (TrainingRun run = TrainingRun.start(plan, IMAGES, Device.cpu())) {
            run.run(TrainingObserver.NONE, after(3));
            interrupted = run.state().snapshot();
        }

        assertSameBits(finish(TrainingRun.resume(plan, IMAGES, Device.cpu(), interrupted)), whole);
        StagePlan seeing = Plans.of(Plans.tinyNetworks(), Plans.vae(5), Plans.critic(2));
        assertThat(whole.part("encoder"))
                .isNotEqualTo(
                        finish(TrainingRun.start(seeing, IMAGES, Device.cpu())).part("encoder"));
    }

    @Test
    void anImageThatCannotBeReadEndsTheRunWithItsReason() {
        UncheckedIOException unreadable = new UncheckedIOException(new IOException("train.rgb is gone"));
        ImageSource source = new ImageSource() {
            @Override
            public int count() {
                return IMAGES.training().count();
            }

            @Override
            public int size() {
                return IMAGES.training().size();
            }

            @Override
            public void copy(int[] indices, ByteBuffer target) {
                throw unreadable;
            }
        };
        try (TrainingRun run = TrainingRun.start(PLAN, new TrainingImages(source, IMAGES.heldOut()), Device.cpu())) {
            assertThatThrownBy(() -> run.run(TrainingObserver.NONE, StopSignal.NEVER))
                    .isSameAs(unreadable);
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("gangway-batches");
    }

    @Test
    void anotherSeedGivesOtherBits() {
        StagePlan other =
                new StagePlan(PLAN.architecture(), StagePlan.Computation.seeded(12), PLAN.measurement(), PLAN.stages());
        Snapshot one = finish(TrainingRun.start(PLAN, IMAGES, Device.cpu()));
        Snapshot two = finish(TrainingRun.start(other, IMAGES, Device.cpu()));
        assertThat(two.part("generator")).isNotEqualTo(one.part("generator"));
    }

    @Test
    void reportsComeAtTheIntervalInUpdatesAndAtTheEndOfAStageWithEveryTerm() {
        StagePlan plan = new StagePlan(
                PLAN.architecture(),
                PLAN.computation(),
                new StagePlan.Measurement(6, 40),
                Plans.tiny(13, 8, 5, 1).stages());
        List<StepReport> reports = new ArrayList<>();
        try (TrainingRun run = TrainingRun.start(plan, IMAGES, Device.cpu())) {
            run.run(reporting(reports), StopSignal.NEVER);
        }
        assertThat(reports)
                .extracting(report ->
                        report.progress().stage() + ":" + report.progress().step())
                .containsExactly("0:6", "0:12", "0:13", "1:6", "1:8", "2:2", "2:4", "2:5");
        assertThat(reports.get(0).values()).containsKeys("vae.loss", "vae.reconstruction", "vae.divergence");
        assertThat(reports.get(3).values()).containsKeys("critic.wasserstein", "critic.penalty", "score.real");
        assertThat(reports.get(5).values())
                .containsKeys(
                        "critic.rank",
                        "critic.clamp",
                        "generator.rank",
                        "score.previous",
                        "generator.norm",
                        "generator.gradient-norm");
        assertThat(reports.get(5).heldOut().orElseThrow().previous()).isPresent();
        assertThat(reports).allMatch(report -> report.imagesPerSecond() > 0);
    }

    @Test
    void theMarginsAreTheScoresOfTheStageBefore() {
        List<StepReport> reports = new ArrayList<>();
        try (TrainingRun run = TrainingRun.start(PLAN, IMAGES, Device.cpu())) {
            run.run(reporting(reports), StopSignal.NEVER);
        }
        HeldOutScores endOfCritic = reports.get(5).heldOut().orElseThrow();
        assertThat(reports.get(6).progress().margins())
                .contains(new Margins(endOfCritic.real(), endOfCritic.current()));
    }

    @Test
    void aStopIsObeyedBeforeTheNextStep() {
        try (TrainingRun run = TrainingRun.start(PLAN, IMAGES, Device.cpu())) {
            TrainingOutcome outcome = run.run(TrainingObserver.NONE, after(7));
            assertThat(outcome.progress().stage()).isEqualTo(1);
            assertThat(outcome.progress().step()).isEqualTo(2);
        }
    }

    @Test
    void aLostOrderEndsTheStage() {
        RankedSettings impossible = Plans.ranked(20, Optional.of(new RankedSettings.OrderLimit(1, 2)));
        StagePlan plan = Plans.of(Plans.tinyNetworks(), Plans.vae(2), Plans.critic(2), impossible);
        List<StageReport> ends = new ArrayList<>();
        try (TrainingRun run = TrainingRun.start(plan, IMAGES, Device.cpu())) {
            TrainingOutcome outcome = run.run(
                    new TrainingObserver() {
                        @Override
                        public void stageFinished(StageReport report, TrainingState state) {
                            ends.add(report);
                        }
                    },
                    StopSignal.NEVER);
            assertThat(outcome).isInstanceOf(TrainingOutcome.Finished.class);
        }
        assertThat(ends.get(2).reason()).isEqualTo(StageReport.Reason.ORDER_LOST);
        assertThat(ends.get(2).progress().step()).isLessThan(20);
    }

    @Test
    void aDivergenceIsNamedWithItsStep() {
        VaeSettings exploding = new VaeSettings(8, LearningRates.constant(200, 1), Plans.ADAM, 1, 0);
        StagePlan plan = Plans.of(Plans.tinyNetworks(), exploding, Plans.critic(2));
        try (TrainingRun run = TrainingRun.start(plan, IMAGES, Device.cpu())) {
            TrainingOutcome outcome = run.run(TrainingObserver.NONE, StopSignal.NEVER);
            assertThat(outcome).isInstanceOfSatisfying(TrainingOutcome.Diverged.class, diverged -> {
                assertThat(diverged.value()).startsWith("vae.");
                assertThat(diverged.progress().step()).isBetween(1, 200);
            });
        }
    }

    @Test
    void imagesOfAnotherSizeAndTooFewImagesAreRefused() {
        TrainingImages larger = new TrainingImages(Pictures.squares(50, 32, 1), IMAGES.heldOut());
        assertThatThrownBy(() -> TrainingRun.start(PLAN, larger, Device.cpu()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 pixels");
        TrainingImages few = new TrainingImages(Pictures.squares(7, 16, 1), IMAGES.heldOut());
        assertThatThrownBy(() -> TrainingRun.start(PLAN, few, Device.cpu()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fewer than a batch");
    }

    @Test
    void aSnapshotOfAnotherArchitectureOrOfNothingIsRefused() {
        Snapshot snapshot;
        try (TrainingRun run = TrainingRun.start(PLAN, IMAGES, Device.cpu())) {
            snapshot = run.state().snapshot();
        }
        StagePlan wider = new StagePlan(
                Plans.tinyNetworks(5, Normalisation.NONE), PLAN.computation(), PLAN.measurement(), PLAN.stages());
        assertThatThrownBy(() -> TrainingRun.resume(wider, IMAGES, Device.cpu(), snapshot))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("architecture");
        Snapshot broken = new Snapshot(snapshot.progress(), Map.of("generator", new byte[] {1, 2, 3}));
        assertThatThrownBy(() -> TrainingRun.resume(PLAN, IMAGES, Device.cpu(), broken))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Snapshot finish(TrainingRun started) {
        try (TrainingRun run = started) {
            assertThat(run.run(TrainingObserver.NONE, StopSignal.NEVER)).isInstanceOf(TrainingOutcome.Finished.class);
            return run.state().snapshot();
        }
    }

    private static void assertSameBits(Snapshot found, Snapshot expected) {
        assertThat(found.progress()).isEqualTo(expected.progress());
        assertThat(found.parts().keySet()).isEqualTo(expected.parts().keySet());
        expected.parts()
                .forEach((name, bytes) -> assertThat(found.part(name)).as(name).isEqualTo(bytes));
    }

    private static StopSignal after(int steps) {
        AtomicInteger taken = new AtomicInteger();
        return () -> taken.getAndIncrement() >= steps;
    }

    private static TrainingObserver reporting(List<StepReport> reports) {
        return new TrainingObserver() {
            @Override
            public void reported(StepReport report, TrainingState state) {
                reports.add(report);
            }
        };
    }
}
