package dev.gangway.trainer;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.collection;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.artifacts.checkpoint.Checkpoint;
import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.checkpoint.CheckpointStore;
import dev.gangway.artifacts.dataset.DatasetOrigin;
import dev.gangway.artifacts.dataset.DatasetWriter;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.Topics;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.event.JobCommand;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.Progress;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.metric.Metric;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.ledger.broker.MessageHeaders;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class TrainerServiceTest {

    private static final int SIDE = 32;

    private final String bootstrap;
    private final ObjectStore store;
    private final CheckpointStore checkpoints;
    private Broker broker;

    TrainerServiceTest(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap,
            ObjectStore store,
            CheckpointStore checkpoints) {
        this.bootstrap = bootstrap;
        this.store = store;
        this.checkpoints = checkpoints;
    }

    @BeforeEach
    void connect() {
        broker = new Broker(bootstrap, Topics.JOB_EVENTS, Topics.METRICS, Topics.DEAD_LETTERS);
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void aJobGoesThroughAllItsStagesAndLeavesACheckpointOfEach() {
        TrainingJob job = aJobOn(aDataset(24, 8), Recipes.named("rankgan-tiny", comparing(4)));
        broker.send(Topics.TRAINING_JOBS, job);

        List<JobEvent> events = broker.eventsOf(job.job(), JobEvent.Succeeded.class);

        assertThat(events)
                .filteredOn(JobEvent.StageFinished.class::isInstance)
                .last()
                .extracting(event -> ((JobEvent.StageFinished) event).figures().keySet(), as(collection(String.class)))
                .contains(
                        "gap",
                        "gap-reduction",
                        "measured-images",
                        "real.inception-score-resnet50",
                        "reconstructions.kid-resnet50",
                        "samples.fid-resnet50",
                        "samples.inception-score-resnet50");
        assertThat(events.get(0)).isInstanceOf(JobEvent.Started.class);
        assertThat(events)
                .filteredOn(JobEvent.StageFinished.class::isInstance)
                .extracting(event -> ((JobEvent.StageFinished) event).kind())
                .containsExactly(StageKind.VAE, StageKind.CRITIC, StageKind.RANKED, StageKind.RANKED);
        assertThat(events).hasAtLeastOneElementOfType(JobEvent.Progressed.class);
        assertThat(broker.metricsOf(job.job()))
                .hasAtLeastOneElementOfType(Metric.TrainingCurve.class)
                .allMatch(metric -> ((Metric.TrainingCurve) metric).values().containsKey("images-per-second"));
        CheckpointLine line = new CheckpointLine(job.team(), job.model(), job.job());
        Checkpoint last = checkpoints.read(
                checkpoints.list(line).get(checkpoints.list(line).size() - 1));
        assertThat(last.manifest().description().stageEnd()).isTrue();
        assertThat(last.parts()).containsKeys("generator", "discriminator", "encoder", "optimizer");
    }

    @Test
    void aCancelledJobStopsAndIsConfirmed() {
        TrainingJob job = aJobOn(aDataset(24, 8), endless());
        broker.send(Topics.TRAINING_JOBS, job);
        broker.eventsOf(job.job(), JobEvent.Progressed.class);

        broker.send(
                Topics.JOB_COMMANDS,
                JobCommand.cancel(job.job(), JobKind.TRAINING, Clock.systemUTC().instant()));

        assertThat(broker.eventsOf(job.job(), JobEvent.Cancelled.class)).isNotEmpty();
    }

    @Test
    void aPreemptedJobIsStoredAndGivenBackAndGoesOnFromThereWhenItComesAgain() {
        TrainingJob job = aJobOn(aDataset(24, 8), endless());
        broker.send(Topics.TRAINING_JOBS, job);
        broker.eventsOf(job.job(), JobEvent.Progressed.class);
        Instant now = Clock.systemUTC().instant();

        broker.send(Topics.JOB_COMMANDS, JobCommand.preempt(job.job(), JobKind.TRAINING, 1, now));

        List<JobEvent> events = broker.eventsOf(job.job(), JobEvent.Released.class);
        assertThat(events).last().isInstanceOfSatisfying(JobEvent.Released.class, released -> assertThat(
                        released.cause())
                .isEqualTo(JobEvent.ReleaseCause.PREEMPTED));
        assertThat(events.get(events.size() - 2)).isInstanceOf(JobEvent.CheckpointWritten.class);

        broker.send(Topics.TRAINING_JOBS, again(job));
        long stored = ((JobEvent.CheckpointWritten) events.get(events.size() - 2))
                .checkpoint()
                .step();
        assertThat(broker.eventsOf(job.job(), "progress after the preemption", TrainerServiceTest::isOfTheSecondClaim))
                .filteredOn(TrainerServiceTest::isOfTheSecondClaim)
                .first()
                .extracting(event -> ((Progress.Training) ((JobEvent.Progressed) event).progress()).step())
                .satisfies(step -> assertThat(step).isGreaterThan(stored));
        broker.send(Topics.JOB_COMMANDS, JobCommand.cancel(job.job(), JobKind.TRAINING, now));
        broker.eventsOf(job.job(), JobEvent.Cancelled.class);
    }

    @Test
    void aJobOnADatasetThatIsNotThereFailsByItsOwnFault() {
        TrainingJob job = aJobOn(new DatasetReference(TeamId.DEFAULT, "nowhere", 1), Recipes.named("rankgan-tiny"));
        broker.send(Topics.TRAINING_JOBS, job);

        List<JobEvent> events = broker.eventsOf(job.job(), JobEvent.Failed.class);

        JobFailure failure = ((JobEvent.Failed) events.get(events.size() - 1)).failure();
        assertThat(failure.code()).isEqualTo("dataset-missing");
        assertThat(failure.cause()).isEqualTo(JobFailure.Cause.JOB);
        RestAssured.get("/q/metrics")
                .then()
                .body(containsString("gangway_worker_tasks_seconds_count{code=\"dataset-missing\",end=\"failed\"}"));
    }

    @Test
    void aStoreThatRefusesToWriteFailsTheAttemptAndTheLastCheckpointStaysGood() throws IOException {
        TrainingJob job = aJobOn(aDataset(24, 8), Recipes.named("rankgan-tiny"));
        refuseObjectsUnder("checkpoints/" + job.team() + "/" + job.model() + "/" + job.job() + "/stage-1");
        broker.send(Topics.TRAINING_JOBS, job);

        List<JobEvent> events = broker.eventsOf(job.job(), JobEvent.Failed.class);

        JobFailure failure = ((JobEvent.Failed) events.get(events.size() - 1)).failure();
        assertThat(failure.code()).isEqualTo("store-refused");
        assertThat(failure.cause()).isEqualTo(JobFailure.Cause.MACHINE);
        assertThat(failure.detail()).contains("stage-1");
        CheckpointLine line = new CheckpointLine(job.team(), job.model(), job.job());
        assertThat(checkpoints
                        .latestIntact(line)
                        .orElseThrow()
                        .checkpoint()
                        .manifest()
                        .checkpoint()
                        .id()
                        .stage())
                .isZero();
    }

    @Test
    void aMessageThatCannotBeReadIsSetAsideWithItsReasonAndTheNextIsRead() {
        String key = UUID.randomUUID().toString();
        broker.sendRaw(Topics.TRAINING_JOBS, key, "dev.gangway.training-job.v1", "{\"job\": 12");
        TrainingJob job = aJobOn(new DatasetReference(TeamId.DEFAULT, "nowhere", 1), Recipes.named("rankgan-tiny"));
        broker.send(Topics.TRAINING_JOBS, job);

        ConsumerRecord<String, byte[]> letter = broker.deadLetterOf(key);

        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("{\"job\": 12");
        assertThat(letter.headers().lastHeader(MessageHeaders.REASON_CODE).value())
                .isEqualTo("body-malformed".getBytes(StandardCharsets.UTF_8));
        assertThat(broker.eventsOf(job.job(), JobEvent.Failed.class)).isNotEmpty();
    }

    @Test
    void theTrainerIsReadyAndItsMetricsAreServed() {
        RestAssured.get("/q/health/ready").then().statusCode(200);
        RestAssured.get("/q/metrics")
                .then()
                .statusCode(200)
                .body(matchesPattern("(?s).*gangway_process_resident_bytes [1-9].*"))
                .body(containsString("gangway_worker_busy"))
                .body(containsString("agroal_active_count"));
    }

    /** A file where the store needs a folder: it cannot write there, as if its disk were full. */
    private static void refuseObjectsUnder(String folder) throws IOException {
        Path bucket = EmbeddedProcess.sharedData().resolve("s3/gangway");
        Path file = bucket.resolve(folder);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    private static TrainingJob aJobOn(DatasetReference dataset, Recipe recipe) {
        return new TrainingJob(JobId.random(), TeamId.DEFAULT, 1, "tiny", dataset, recipe);
    }

    private static TrainingJob again(TrainingJob job) {
        return new TrainingJob(job.job(), job.team(), job.attempt() + 1, job.model(), job.dataset(), job.recipe());
    }

    private static boolean isOfTheSecondClaim(JobEvent event) {
        return event instanceof JobEvent.Progressed && event.origin().token() == 2;
    }

    private static ObjectNode comparing(int images) {
        ObjectNode overrides = JsonNodeFactory.instance.objectNode();
        overrides.putObject("measurements").put("stageImages", images);
        return overrides;
    }

    private static Recipe endless() {
        ObjectNode overrides = JsonNodeFactory.instance.objectNode();
        overrides
                .putObject("stages")
                .putObject("0")
                .putObject("phases")
                .putObject("0")
                .put("updates", 1_000_000);
        return Recipes.named("rankgan-tiny", overrides);
    }

    private DatasetReference aDataset(int training, int validation) {
        DatasetReference dataset = new DatasetReference(
                TeamId.DEFAULT, "noise-" + UUID.randomUUID().toString().substring(0, 8), 1);
        SplittableRandom random = new SplittableRandom(7);
        try (DatasetWriter writer = new DatasetWriter(
                store, dataset, SIDE, new DatasetOrigin("drawn by the test", "none"), Clock.systemUTC())) {
            for (int image = 0; image < training + validation; image++) {
                byte[] rgb = new byte[SIDE * SIDE * PixelImage.CHANNELS];
                random.nextBytes(rgb);
                writer.add(image < training ? Split.TRAIN : Split.VALIDATION, new PixelImage(SIDE, SIDE, rgb));
            }
            writer.finish();
        }
        return dataset;
    }
}
