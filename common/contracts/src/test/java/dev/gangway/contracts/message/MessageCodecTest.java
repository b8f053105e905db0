package dev.gangway.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.event.JobCommand;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.Origin;
import dev.gangway.contracts.event.Progress;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.metric.Metric;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.contracts.training.Retention;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.testing.GoldenMessages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageCodecTest {

    private static final JobId JOB = JobId.of("0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11");
    private static final Origin ORIGIN = new Origin(JOB, 0, 3, "trainer-1", Instant.parse("2026-01-02T03:04:05Z"));

    @Test
    void aTrainingJobWithItsWholeRecipeSurvivesTheWay() throws UnreadableMessageException {
        TrainingJob job = new TrainingJob(
                JOB,
                TeamId.DEFAULT,
                1,
                "faces",
                new DatasetReference(TeamId.DEFAULT, "cifar", 1),
                Recipes.named("rankgan"));
        assertThat(back(job, TrainingJob.class)).isEqualTo(job);
    }

    @Test
    void aTrainingJobFromBeforeOneCouldChooseWhatIsKeptIsStillRead() throws UnreadableMessageException {
        String type = "dev.gangway.training-job.v1";

        TrainingJob old = MessageCodec.read(type, GoldenMessages.old(type), TrainingJob.class);

        assertThat(old.retention()).isEqualTo(new Retention(2, false, Retention.Stages.EVERY));
        TrainingJob chosen = MessageCodec.read(type, GoldenMessages.body(type), TrainingJob.class);
        assertThat(chosen.retention()).isEqualTo(new Retention(3, true, Retention.Stages.LAST));
    }

    @Test
    void eventsOfEveryKindSurviveTheWay() throws UnreadableMessageException {
        JobEvent progressed = new JobEvent.Progressed(
                ORIGIN, new Progress.Training(2, 4, StageKind.RANKED, 5, 150, Map.of("rank", 0.5), 1.5, 900, 12.0));
        JobEvent written = new JobEvent.CheckpointWritten(
                ORIGIN, new CheckpointId(JOB.value(), 1, 600, 3), StageKind.CRITIC, true);
        assertThat(back(progressed, JobEvent.class)).isEqualTo(progressed);
        assertThat(back(written, JobEvent.class)).isEqualTo(written);
    }

    @Test
    void aFieldThatANewerWriterAddedIsIgnored() throws UnreadableMessageException {
        String newer = "{\"job\":\"" + JOB + "\",\"kind\":\"TRAINING\",\"wish\":\"CANCEL\","
                + "\"at\":\"2026-01-02T03:04:05Z\",\"because\":\"of the weather\"}";
        JobCommand command = MessageCodec.read(
                "dev.gangway.job-command.v1", newer.getBytes(StandardCharsets.UTF_8), JobCommand.class);
        assertThat(command.job()).isEqualTo(JOB);
    }

    @Test
    void whatCannotBeReadIsRefusedWithACode() {
        assertRefused(null, "{}", "type-missing");
        assertRefused("dev.gangway.no-such.v1", "{}", "type-unknown");
        assertRefused("dev.gangway.job-started.v1", "{}", "type-unknown");
        assertRefused("dev.gangway.job-command.v1", "{\"job\": 12", "body-malformed");
        assertRefused("dev.gangway.job-command.v1", "null", "body-malformed");
        assertRefused("dev.gangway.job-command.v1", "{}", "body-malformed");
    }

    @Test
    void aCompletionTaskThatLacksWhatAWorkerNeedsIsRefused() {
        String type = "dev.gangway.complete-images.v1";
        String whole = new String(GoldenMessages.body(type), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> task(type, whole.replace("\"job\"", "\"jib\"")))
                .hasMessageContaining("job");
        assertThatThrownBy(() -> task(type, whole.replace("\"lambda\"", "\"lamb\"")))
                .hasMessageContaining("lambda");
        assertThatThrownBy(() -> task(type, whole.replace("\"count\": 64", "\"count\": 0")))
                .hasMessageContaining("range");
        assertThatThrownBy(() -> task(type, whole.replace("\"percent\"", "\"per\"")))
                .hasMessageContaining("percent");
    }

    @Test
    void aTaskFromBeforeThereWereOptionsIsStillRead() throws UnreadableMessageException {
        CompletionTask.CompleteImages task = (CompletionTask.CompleteImages) golden("dev.gangway.complete-images.v1");
        assertThat(task.settings()).isEqualTo(new CompletionSettings(0.1, 200, 0.05, CompletionSettings.Start.ENCODER));
        assertThat(task.mask().blocks()).isNull();
        CompletionTask.MergeFigures merge = (CompletionTask.MergeFigures) golden("dev.gangway.merge-figures.v1");
        assertThat(merge.seed()).isNull();
    }

    @Test
    void everyOptionOfACompletionSurvivesTheWay() throws UnreadableMessageException {
        CompletionTask.CompleteImages plain = (CompletionTask.CompleteImages) golden("dev.gangway.complete-images.v1");
        CompletionSettings settings = new CompletionSettings(
                0.1,
                200,
                0.05,
                CompletionSettings.Start.PRIOR,
                4,
                CompletionSettings.Optimizer.NESTEROV,
                2.0,
                new CompletionSettings.StopRule(1e-3, 10, 30),
                CompletionSettings.Perceptual.GOGAN,
                5.0,
                CompletionSettings.Blending.POISSON,
                CompletionSettings.Output.ORIGINAL,
                40,
                3,
                2,
                true);
        MaskRecipe mask = new MaskRecipe(MaskRecipe.Kind.RANDOM_BLOCKS, 25, 3);
        CompletionTask.CompleteImages task = new CompletionTask.CompleteImages(
                JOB, TeamId.DEFAULT, 0, 1, plain.images(), plain.checkpoint(), mask, settings, 7, true);
        CompletionTask.MergeFigures merge = new CompletionTask.MergeFigures(
                JOB,
                TeamId.DEFAULT,
                1,
                1,
                plain.images(),
                plain.checkpoint(),
                mask,
                settings,
                List.of("a-part"),
                7L,
                true);
        assertThat(back(task, CompletionTask.class)).isEqualTo(task);
        assertThat(back(merge, CompletionTask.class)).isEqualTo(merge);
    }

    @Test
    void optionsThatDoNotFitAreRefused() {
        String type = "dev.gangway.complete-images.v1";
        String whole = new String(GoldenMessages.body(type), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> task(type, whole.replace("\"percent\"", "\"blocks\": 2, \"percent\"")))
                .hasMessageContaining("blocks");
        assertThatThrownBy(() -> task(type, whole.replace("\"lambda\"", "\"starts\": 3, \"lambda\"")))
                .hasMessageContaining("starts");
        assertThatThrownBy(() -> task(type, whole.replace("\"lambda\"", "\"stop\": {\"window\": 3}, \"lambda\"")))
                .hasMessageContaining("stop.tolerance");
        assertThatThrownBy(() -> task(type, whole.replace("\"lambda\"", "\"optimizer\": \"sgd\", \"lambda\"")))
                .hasMessageContaining("optimizer");
        String merge = new String(GoldenMessages.body("dev.gangway.merge-figures.v1"), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> task(
                        "dev.gangway.merge-figures.v1",
                        merge.replace("\"centre-large\"", "\"random-pixels\", \"percent\": 50")))
                .hasMessageContaining("seed");
    }

    @Test
    void valuesThatAreOutOfRangeAreRefusedAndNamed() {
        String beat = "dev.gangway.worker-heartbeat.v1";
        assertInvalid(beat, "\"worker\": \"trainer-1\"", "\"worker\": \"" + "x".repeat(5_000) + "\"", "worker");
        assertInvalid(beat, "\"worker\": \"trainer-1\"", "\"worker\": \"trainer\\u0000\"", "worker");
        assertInvalid(beat, "\"worker\": \"trainer-1\"", "\"worker\": \"trainer\\ud800\"", "worker");
        assertInvalid(beat, "\"slots\": 1", "\"slots\": -1", "slots");
        assertInvalid("dev.gangway.job-started.v1", "\"token\": 3", "\"token\": -3", "origin.token");
        assertInvalid("dev.gangway.training-curve.v1", "\"stage\": 2", "\"stage\": 999", "stage");
        assertInvalid("dev.gangway.training-job.v1", "\"batch\": 64", "\"batch\": 1000000000", "recipe.batch");
        assertInvalid("dev.gangway.complete-images.v1", "\"steps\": 200", "\"steps\": 2000000", "settings.steps");
        assertInvalid("dev.gangway.job-failed.v1", "\"code\": \"", "\"code\": \"No such ", "failure.code");
    }

    @ParameterizedTest
    @CsvSource({
        "image-figures, psnr, 24.5, 1e308",
        "image-figures, psnr, 24.5, -1",
        "image-figures, psnrHole, 18.5, 201",
        "image-figures, ssim, 0.91, 1.1",
        "image-figures, ssimHole, 0.62, -2",
        "set-figures, psnr, 24.5, 1e9",
        "set-figures, fid, 120.5, -0.5",
        "set-figures, fid, 120.5, 1e308",
        "set-figures, kid, 0.65, -1e308",
        "set-figures, samples, 64, -1",
        "set-figures, inceptionScore, 2.28, 0.5",
        "set-figures, similarity, 0.68, '\"NaN\"'",
        "set-figures, similarity, 0.68, 1e308",
        "set-figures, auc, 0.97, 1.5",
        "set-figures, auc, 0.97, '\"NaN\"'",
        "set-figures, impostors, 4032, -1",
        "training-curve, critic.rank, 0.25, 1e308",
        "training-curve, gap, 2.75, -1e308",
        "stage-finished, gap-reduction, 0.7, 1e200",
        "job-progressed, critic.rank, 0.25, 1e308",
        "job-progressed, gap, 2.75, 1e308",
        "job-progressed, imagesPerSecond, 900.0, -1",
        "job-progressed, imagesPerSecond, 900.0, 1e308",
        "job-progressed, secondsLeft, 42.0, -1"
    })
    void aFigureThatCannotHaveBeenMeasuredIsRefusedAndNamed(
            String type, String field, String value, String impossible) {
        assertInvalid(
                "dev.gangway." + type + ".v1",
                "\"" + field + "\": " + value,
                "\"" + field + "\": " + impossible,
                field);
    }

    @Test
    void figuresAtTheEndsOfTheirRangesAreRead() throws UnreadableMessageException {
        Metric exact = new Metric.ImageFigures(
                JOB, TeamId.DEFAULT, ORIGIN.at(), 0, 1, new Metric.Fidelity(0.0, 1 + 1e-15, null, -1 - 1e-15));
        Metric diverged = new Metric.TrainingCurve(
                JOB, TeamId.DEFAULT, ORIGIN.at(), 1, 1, Map.of("critic", 1e3 * Float.MAX_VALUE, "norm", Double.NaN));
        assertThat(back(exact, Metric.class)).isEqualTo(exact);
        assertThat(((Metric.TrainingCurve) back(diverged, Metric.class)).values())
                .containsOnlyKeys("critic");
    }

    @Test
    void whatWouldTakeCenturiesIsUnknown() {
        assertThat(new Progress.Completion(1, 2, null, null, 1e308).secondsLeft())
                .isNull();
        assertThat(new Progress.Completion(1, 2, null, null, 3.0).secondsLeft()).isEqualTo(3.0);
    }

    @Test
    void whatBelongsToAnotherTeamIsNoPartOfATask() {
        String type = "dev.gangway.complete-images.v1";
        String whole = new String(GoldenMessages.body(type), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> task(type, whole.replaceFirst("\"default\"", "\"others\"")))
                .hasMessageContaining("team");
    }

    @Test
    void whatNobodyWouldReadIsNotWritten() {
        JobEvent untold = new JobEvent.Started(ORIGIN, "x".repeat(5_000));
        assertThatThrownBy(() -> MessageCodec.write(untold))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("device");
    }

    @Test
    void aFailureIsToldWhateverAnExceptionHadToSay() throws UnreadableMessageException {
        JobEvent failed = new JobEvent.Failed(
                ORIGIN, new JobFailure("internal-error", "\0\ud800\n" + "x".repeat(5_000), JobFailure.Cause.MACHINE));
        JobEvent.Failed back = (JobEvent.Failed) back(failed, JobEvent.class);
        assertThat(back.failure().detail()).hasSize(2_000).startsWith("\uFFFD\uFFFD\nx");
    }

    private static void assertInvalid(String type, String from, String to, String field) {
        String whole = new String(GoldenMessages.body(type), StandardCharsets.UTF_8);
        assertThat(whole).contains(from);
        byte[] body = whole.replace(from, to).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> MessageCodec.read(type, body, Object.class))
                .hasMessageContaining(field)
                .isInstanceOfSatisfying(UnreadableMessageException.class, refused -> assertThat(refused.code())
                        .isEqualTo("body-invalid"));
    }

    private static CompletionTask golden(String type) throws UnreadableMessageException {
        return MessageCodec.read(type, GoldenMessages.body(type), CompletionTask.class);
    }

    private static void task(String type, String body) throws UnreadableMessageException {
        MessageCodec.read(type, body.getBytes(StandardCharsets.UTF_8), CompletionTask.class);
    }

    private static void assertRefused(String type, String body, String code) {
        assertThatThrownBy(() -> MessageCodec.read(type, body.getBytes(StandardCharsets.UTF_8), JobCommand.class))
                .isInstanceOfSatisfying(UnreadableMessageException.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }

    private static <T> T back(T message, Class<T> expected) throws UnreadableMessageException {
        return MessageCodec.read(MessageCodec.typeOf(message), MessageCodec.write(message), expected);
    }
}
