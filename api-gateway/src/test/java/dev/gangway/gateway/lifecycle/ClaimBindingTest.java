package dev.gangway.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.Origin;
import dev.gangway.contracts.event.Progress;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobTimes;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.job.Task;
import dev.gangway.gateway.job.TaskState;
import dev.gangway.ledger.broker.RefusedMessageException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimBindingTest {

    private static final Instant NOW = Instant.EPOCH;
    private static final String ID = "0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11";
    private static final JobId JOB = JobId.of(ID);
    private static final long TOKEN = 3;
    private static final int IMAGES = 70;
    private static final int AT_ONCE = 64;
    private static final int MERGE = 2;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "completions/default/" + ID + "/tasks/0/2/figures.json",
                "completions/default/" + ID + "/tasks/1/3/figures.json",
                "completions/default/" + ID + "/tasks/0/3",
                "completions/default/" + ID + "/tasks/0/3/../2/figures.json",
                "completions/default/" + ID + "/tasks/0/33/figures.json",
                "completions/default/00000000-0000-0000-0000-000000000000/tasks/0/3/figures.json",
                "completions/other/" + ID + "/tasks/0/3/figures.json",
                "checkpoints/default/faces/" + ID + "/head.json",
                "figures.json"
            })
    void figuresThatLieWhereTheClaimDoesNotWriteAreNotBelieved(String key) {
        refused(completion(), 0, new JobEvent.TaskFinished(origin(0), AT_ONCE, 0, key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "completions/default/" + ID + "/report/results.json",
                "completions/default/" + ID + "/tasks/2/3/results.json",
                "completions/default/00000000-0000-0000-0000-000000000000/results.json",
                "completions/other/" + ID + "/results.json",
                ID + "~1~15~3"
            })
    void resultsThatAreNotTheJobsAreNotBelievedWhetherItSucceedsOrFails(String key) {
        refused(completion(), MERGE, new JobEvent.Succeeded(origin(MERGE), key));
        refused(completion(), MERGE, new JobEvent.Failed(origin(MERGE), failure(), key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000000~1~15~3",
                "checkpoints/default/faces/" + ID + "/stage-1/step-15/3/manifest.json",
                "completions/default/" + ID + "/results.json"
            })
    void aTrainingIsSummedUpByNothingButACheckpointOfItsOwn(String key) {
        refused(training(), 0, new JobEvent.Succeeded(origin(0), key));
        refused(training(), 0, new JobEvent.Failed(origin(0), failure(), key));
    }

    @ParameterizedTest
    @CsvSource({"65, 0, 0", "10, 11, 0", "10, 0, 64.5"})
    void moreThanATaskHasIsNotBelieved(int images, int failed, double underWay) {
        refused(
                completion(),
                0,
                new JobEvent.Progressed(origin(0), new Progress.Completion(images, AT_ONCE, failed, underWay, null)));
    }

    @ParameterizedTest
    @CsvSource({"1, 4, CRITIC, 31, 30", "1, 5, CRITIC, 3, 30", "4, 4, RANKED, 3, 30", "1, 4, RANKED, 3, 30"})
    void aTrainingIsNowhereThatItsRecipeHasNot(int stage, int stages, StageKind kind, long step, long steps) {
        refused(
                training(),
                0,
                new JobEvent.Progressed(
                        origin(0), new Progress.Training(stage, stages, kind, step, steps, Map.of(), null, 1, null)));
    }

    @ParameterizedTest
    @ValueSource(longs = {16, 9_000_000_000_000_000_000L})
    void aStageDoesNotHaveMoreUpdatesThanItsRecipeSays(long updates) {
        CheckpointId checkpoint = new CheckpointId(JOB.value(), 1, updates, TOKEN);
        refused(training(), 0, new JobEvent.CheckpointWritten(origin(0), checkpoint, StageKind.CRITIC, true));
        refused(
                training(),
                0,
                new JobEvent.StageFinished(origin(0), 1, StageKind.CRITIC, updates, "updates-done", Map.of()));
        refused(
                training(),
                0,
                new JobEvent.Progressed(
                        origin(0), new Progress.Training(1, 4, StageKind.CRITIC, 3, updates, Map.of(), null, 1, null)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, TOKEN})
    void whatAClaimCanTellIsBelieved(long writer) {
        String figures = "completions/default/" + ID + "/tasks/1/3/figures.json";
        String results = "completions/default/" + ID + "/results.json";
        String checkpoint = new CheckpointId(JOB.value(), 1, 15, writer).toString();
        believed(completion(), 1, new JobEvent.TaskFinished(origin(1), 5, 1, figures));
        believed(completion(), MERGE, new JobEvent.Succeeded(origin(MERGE), results));
        believed(completion(), MERGE, new JobEvent.Failed(origin(MERGE), failure(), results));
        believed(completion(), 1, new JobEvent.Failed(origin(1), failure()));
        believed(
                training(),
                0,
                new JobEvent.StageFinished(origin(0), 1, StageKind.CRITIC, 15, "updates-done", Map.of()));
        believed(training(), 0, new JobEvent.Succeeded(origin(0), checkpoint));
        believed(training(), 0, new JobEvent.Failed(origin(0), failure()));
    }

    private static void refused(JobWork work, int task, JobEvent event) {
        assertThatThrownBy(() -> ClaimBinding.require(job(work), task(task), event))
                .isInstanceOf(RefusedMessageException.class);
    }

    private static void believed(JobWork work, int task, JobEvent event) {
        assertThatCode(() -> ClaimBinding.require(job(work), task(task), event)).doesNotThrowAnyException();
    }

    private static Origin origin(int task) {
        return new Origin(JOB, task, TOKEN, "worker-1", NOW);
    }

    private static JobFailure failure() {
        return new JobFailure("broken", "it broke", JobFailure.Cause.JOB);
    }

    private static Task task(int number) {
        return new Task(JOB, number, TaskState.RUNNING, Math.toIntExact(TOKEN), 0, TOKEN);
    }

    private static JobWork training() {
        return new JobWork.Training("faces", null, Recipes.named("rankgan-tiny"), null);
    }

    private static JobWork completion() {
        return new JobWork.PictureCompletion(null, "uploads/default/a/", IMAGES, AT_ONCE, null, null, 1, null, null);
    }

    private static Job job(JobWork work) {
        return new Job(
                JOB,
                TeamId.DEFAULT,
                work,
                "{}",
                JobState.RUNNING,
                null,
                null,
                null,
                new JobTimes(NOW, NOW, null, NOW, NOW));
    }
}
