package dev.gangway.trainer.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.record.RecordFile;
import dev.gangway.artifacts.record.RunRecordStore;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.training.Snapshot;
import dev.gangway.gan.training.StepReport;
import dev.gangway.gan.training.StopSignal;
import dev.gangway.gan.training.TrainingImages;
import dev.gangway.gan.training.TrainingObserver;
import dev.gangway.gan.training.TrainingProgress;
import dev.gangway.gan.training.TrainingRun;
import dev.gangway.gan.training.TrainingState;
import dev.gangway.plans.StagePlans;
import dev.gangway.trainer.EmbeddedParts;
import dev.gangway.trainer.record.RecordedRun;
import dev.gangway.trainer.record.RunRecorder;
import dev.gangway.trainer.record.RunRecorders;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class RunRecordTest {

    private final RunRecorders recorders;
    private final RunRecordStore store;
    private final Device device;
    private final TrainingImages images = new TrainingImages(noise(24, 1), noise(8, 2));
    private final JobId id = JobId.random();
    private final CheckpointLine line = new CheckpointLine(TeamId.DEFAULT, "tiny", id);
    private Recipe recipe = Recipes.named("rankgan-tiny");

    RunRecordTest(RunRecorders recorders, RunRecordStore store, Device device) {
        this.recorders = recorders;
        this.store = store;
        this.device = device;
    }

    @Test
    void aResumedRunGoesOnWithItsRecordAndSaysNothingTwice() throws IOException {
        Snapshot left = runUntilAfter("1:5", "1:10");
        assertThat(reports()).endsWith("1:5", "1:10");

        RecordedRun run = recorded(StopSignal.NEVER);
        try (RunRecorder record = recorders.open(run, 2);
                TrainingRun training = TrainingRun.resume(run.plan(), images, device, left)) {
            training.run(record, run.stop());
        }

        assertThat(reports())
                .containsExactly(
                        "0:5", "0:10", "0:15", "0:20", "0:25", "0:30", "1:5", "1:10", "1:15", "2:2", "2:4", "3:2",
                        "3:4");
        assertThat(json("stages.json").get("stages")).hasSize(4);
        assertThat(new String(store.read(line, "curves.csv").orElseThrow(), UTF_8).lines())
                .hasSize(14);
    }

    @Test
    void aRunShowsItsCurvesItsScoresAndWhatItsNetworksMake() throws IOException {
        RecordedRun run = recorded(StopSignal.NEVER);
        try (RunRecorder record = recorders.open(run, 1);
                TrainingRun training = TrainingRun.start(run.plan(), images, device)) {
            training.run(record, run.stop());
        }

        assertThat(store.list(line))
                .extracting(RecordFile::path)
                .contains(
                        "curves.csv",
                        "curves.json",
                        "interpolations/encoder.png",
                        "interpolations/prior.png",
                        "plots/completion-psnr.png",
                        "plots/gap.png",
                        "plots/gradient-norms.png",
                        "plots/losses-stage-0.png",
                        "plots/losses-stage-3.png",
                        "plots/order.png",
                        "plots/score-distributions-stage-3.png",
                        "plots/scores.png",
                        "plots/speed.png",
                        "reconstructions/stage-3-step-000004.png",
                        "samples/stage-0-step-000030.png",
                        "samples/stage-3-step-000004.png",
                        "score-distributions.json",
                        "stages.json")
                .doesNotContain("plots/score-distributions-stage-0.png");
        JsonNode last = json("curves.json").get("points").get(12).get("values");
        assertThat(last.fieldNames())
                .toIterable()
                .contains(
                        "critic.rank",
                        "gap",
                        "generator.gradient-norm",
                        "held-out.generated.q05",
                        "held-out.previous.q95",
                        "held-out.real.q50",
                        "images-per-second");
        JsonNode histogram = json("score-distributions.json").get("points").get(0);
        assertThat(histogram.get("edges")).hasSize(histogram.get("real").size() + 1);
        assertThat(json("stages.json").at("/stages/3/figures/gap-reduction").isNumber())
                .isTrue();
        assertEachStageEndsWithTheCompletionOfItsLastReport();
        assertThat(json("stages.json").get("gapReductionByTheorem41").asDouble())
                .isEqualTo(0.5);
    }

    @Test
    void aRunWithoutEncoderHasNoReconstructionsAndBeginsWithStageOne() throws IOException {
        recipe = Recipes.named("gogan", new ObjectMapper().readTree("""
                {"batch": 8, "network": {"width": 4, "latent": 8}, "measurements": {"updates": 4},
                 "stages": {"0": {"updates": 4, "criticSteps": 2}, "1": {"updates": 4, "criticSteps": 2}}}"""));
        RecordedRun run = recorded(StopSignal.NEVER);
        try (RunRecorder record = recorders.open(run, 1);
                TrainingRun training = TrainingRun.start(run.plan(), images, device)) {
            training.run(record, run.stop());
        }

        assertThat(store.list(line))
                .extracting(RecordFile::path)
                .contains(
                        "interpolations/prior.png",
                        "plots/completion-psnr.png",
                        "plots/losses-stage-2.png",
                        "samples/stage-1-step-000004.png",
                        "samples/stage-2-step-000004.png")
                .noneMatch(path -> path.startsWith("reconstructions/") || path.contains("encoder"));
        assertThat(reports()).containsExactly("1:2", "1:4", "2:2", "2:4");
    }

    /** The VAE's too, which has no critic; and however little time the reports before left for it. */
    private void assertEachStageEndsWithTheCompletionOfItsLastReport() throws IOException {
        Map<Integer, Double> last = new TreeMap<>();
        json("curves.json")
                .get("points")
                .forEach(point -> last.put(
                        point.get("stage").asInt(),
                        point.at("/values/completion.psnr-hole").asDouble()));
        Map<Integer, Double> ends = new TreeMap<>();
        json("stages.json")
                .get("stages")
                .forEach(end -> ends.put(
                        end.get("stage").asInt(),
                        end.at("/figures/completion.psnr-hole").asDouble()));
        assertThat(ends).hasSize(4).isEqualTo(last).allSatisfy((stage, psnr) -> assertThat(psnr)
                .isPositive());
    }

    /** Runs until {@code last} is reported; returns the state at {@code kept}. */
    private Snapshot runUntilAfter(String kept, String last) {
        List<Snapshot> snapshots = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        RecordedRun run = recorded(() -> seen.contains(last));
        try (RunRecorder record = recorders.open(run, 1);
                TrainingRun training = TrainingRun.start(run.plan(), images, device)) {
            TrainingObserver keeping = new TrainingObserver() {
                @Override
                public void reported(StepReport report, TrainingState state) {
                    seen.add(name(report.progress()));
                    if (seen.contains(kept) && snapshots.isEmpty()) {
                        snapshots.add(state.snapshot());
                    }
                }
            };
            training.run(new Observers(List.of(record, keeping)), run.stop());
            record.save();
        }
        return snapshots.get(0);
    }

    private RecordedRun recorded(StopSignal stop) {
        TrainingJob job = new TrainingJob(
                id, TeamId.DEFAULT, 1, "tiny", new DatasetReference(TeamId.DEFAULT, "noise", 1), recipe);
        return new RecordedRun(job, StagePlans.of(recipe, images.training().count()), images, device, stop);
    }

    private List<String> reports() throws IOException {
        List<String> reports = new ArrayList<>();
        for (JsonNode point : json("curves.json").get("points")) {
            reports.add(point.get("stage").asInt() + ":" + point.get("step").asInt());
        }
        return reports;
    }

    private JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(store.read(line, path).orElseThrow());
    }

    private static String name(TrainingProgress progress) {
        return progress.stage() + ":" + progress.step();
    }

    private static ImageArray noise(int count, long seed) {
        byte[] pixels = new byte[count * 32 * 32 * 3];
        new SplittableRandom(seed).nextBytes(pixels);
        return new ImageArray(32, pixels);
    }
}
