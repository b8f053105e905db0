package dev.gangway.gan.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import dev.gangway.gan.Pictures;
import dev.gangway.gan.Plans;
import dev.gangway.gan.ResidentMemory;
import dev.gangway.gan.loss.ClampLoss;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs in a process of its own, with a heap that is fixed and touched beforehand (see the POM). */
@Tag("memory")
class NativeMemoryTest {

    private static final int SETTLED = 200;
    private static final int LATER = 2_200;

    private static final TrainingImages IMAGES =
            new TrainingImages(Pictures.squares(50, 16, 1), Pictures.squares(30, 16, 2));

    /** As cheap as a ranked stage can be: there have to be many steps. */
    private static RankedSettings ranked() {
        return new RankedSettings(
                LATER,
                4,
                Latents.ENCODER,
                new RankedSettings.Critic(
                        1, 5e-5, Plans.ADAM, 10, new RankedSettings.Clamp(10, ClampLoss.Form.BATCH_MEAN, 1)),
                new RankedSettings.Generator(5e-6, Plans.ADAM, 1),
                RankedSettings.Limits.NONE);
    }

    @Test
    void theProcessDoesNotGrowOver2000StepsOfARankedStage() {
        StagePlan plan = new StagePlan(
                Plans.tinyNetworks(),
                StagePlan.Computation.seeded(11),
                new StagePlan.Measurement(100, 30),
                List.of(Plans.vae(20), Plans.critic(20), ranked()));
        Map<Integer, Long> residentAt = new HashMap<>();
        try (TrainingRun run = TrainingRun.start(plan, IMAGES, Device.cpu())) {
            run.run(
                    new TrainingObserver() {
                        @Override
                        public void reported(StepReport report, TrainingState state) {
                            if (report.progress().stage() == 2) {
                                residentAt.put(report.progress().step(), ResidentMemory.kilobytes());
                            }
                        }
                    },
                    StopSignal.NEVER);
        }
        assertThat(residentAt.get(LATER).doubleValue())
                .isBetween(0.0, 1.05 * residentAt.get(SETTLED).doubleValue());
    }
}
