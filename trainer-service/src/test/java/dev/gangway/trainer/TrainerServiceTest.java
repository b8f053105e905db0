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
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.CheckpointReference;
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
import java.util.Comparator;
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
        CheckpointId stored = preempted(job);

        broker.send(Topics.TRAINING_JOBS, again(job));

        assertThat(firstStepOfTheSecondClaim(job)).isGreaterThan(stored.step());
        cancel(job);
    }

    @Test
    void aJobWhoseNewestCheckpointIsDamagedSaysSoAndGoesOnFromTheOneBefore() {
        TrainingJob job = aJobOn(aDataset(24, 8), endless());
        CheckpointId stored = preempted(job);
        CheckpointId before = stepOfTheOneBefore(job, stored);
        String part = flipABit(folderOf(job, stored) + "optimizer.safetensors");

        try (ErrorLog log = ErrorLog.listen()) {
            broker.send(Topics.TRAINING_JOBS, again(job));

            // How far it is by the first progress that is told is the machine's affair.
            assertThat(firstStepOfTheSecondClaim(job)).isGreaterThan(before.step());
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line).contains(job.job().toString(), part));
        }
        cancel(job);
    }

    @Test
    void aJobOfWhichEveryCheckpointIsDamagedFailsOnceAndNamesTheNewestOnesObject() {
        TrainingJob job = aJobOn(aDataset(24, 8), endless());
        CheckpointId stored = preempted(job);
        checkpoints
                .list(lineOf(job))
                .forEach(checkpoint -> flipABit(folderOf(job, checkpoint.id()) + "generator.safetensors"));

        broker.send(Topics.TRAINING_JOBS, again(job));

        JobFailure failure = failureOf(job);
        assertThat(failure.code()).isEqualTo("checkpoint-corrupt");
        assertThat(failure.cause()).isEqualTo(JobFailure.Cause.JOB);
        assertThat(failure.detail()).contains(folderOf(job, stored) + "generator.safetensors");
    }

    @Test
    void aJobOnADatasetWithAFlippedBitFailsByItsOwnFaultAndNamesTheObject() {
        for (String object : List.of("train-", "validation-", "manifest.json")) {
            DatasetReference dataset = aDataset(24, 8);
            String key = flipABit("datasets/default/" + dataset.name() + "/1/" + object);
            TrainingJob job = aJobOn(dataset, Recipes.named("rankgan-tiny"));

            broker.send(Topics.TRAINING_JOBS, job);

            JobFailure failure = failureOf(job);
            assertThat(failure.code()).isEqualTo("dataset-corrupt");
            assertThat(failure.cause()).isEqualTo(JobFailure.Cause.JOB);
            assertThat(failure.detail()).contains(key);
        }
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
    void aStoreThatCannotWriteEndsTheAttemptAndTheLastCheckpointStaysGood() throws IOException {
        TrainingJob job = aJobOn(aDataset(24, 8), Recipes.named("rankgan-tiny"));
        refuseObjectsUnder("checkpoints/" + job.team() + "/" + job.model() + "/" + job.job() + "/stage-1");
        broker.send(Topics.TRAINING_JOBS, job);

        List<JobEvent> events = broker.eventsOf(job.job(), JobEvent.Failed.class);

        JobFailure failure = ((JobEvent.Failed) events.get(events.size() - 1)).failure();
        assertThat(failure.code()).isEqualTo("store-unavailable");
        assertThat(failure.cause()).isEqualTo(JobFailure.Cause.OUTAGE);
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

    /** Has a job begun and given back. What was stored then is its newest checkpoint. */
    private CheckpointId preempted(TrainingJob job) {
        broker.send(Topics.TRAINING_JOBS, job);
        broker.eventsOf(job.job(), "a second checkpoint's progress", TrainerServiceTest::isBeyondTheFirstCheckpoint);
        Instant now = Clock.systemUTC().instant();

        broker.send(Topics.JOB_COMMANDS, JobCommand.preempt(job.job(), JobKind.TRAINING, 1, now));

        List<JobEvent> events = broker.eventsOf(job.job(), JobEvent.Released.class);
        assertThat(events).last().isInstanceOfSatisfying(JobEvent.Released.class, released -> assertThat(
                        released.cause())
                .isEqualTo(JobEvent.ReleaseCause.PREEMPTED));
        JobEvent written = events.get(events.size() - 2);
        assertThat(written).isInstanceOf(JobEvent.CheckpointWritten.class);
        return ((JobEvent.CheckpointWritten) written).checkpoint();
    }

    /** The recipe writes one every ten updates. */
    private static boolean isBeyondTheFirstCheckpoint(JobEvent event) {
        return event instanceof JobEvent.Progressed progressed
                && progressed.progress() instanceof Progress.Training now
                && now.step() > 10;
    }

    private CheckpointId stepOfTheOneBefore(TrainingJob job, CheckpointId newest) {
        return checkpoints.list(lineOf(job)).stream()
                .map(CheckpointReference::id)
                .filter(id -> id.step() < newest.step())
                .max(Comparator.comparingLong(CheckpointId::step))
                .orElseThrow();
    }

    private long firstStepOfTheSecondClaim(TrainingJob job) {
        return broker
                .eventsOf(job.job(), "progress of the second claim", TrainerServiceTest::isOfTheSecondClaim)
                .stream()
                .filter(TrainerServiceTest::isOfTheSecondClaim)
                .map(event -> (Progress.Training) ((JobEvent.Progressed) event).progress())
                .findFirst()
                .orElseThrow()
                .step();
    }

    private void cancel(TrainingJob job) {
        broker.send(
                Topics.JOB_COMMANDS,
                JobCommand.cancel(job.job(), JobKind.TRAINING, Clock.systemUTC().instant()));
        broker.eventsOf(job.job(), JobEvent.Cancelled.class);
    }

    private JobFailure failureOf(TrainingJob job) {
        List<JobEvent> events = broker.eventsOf(job.job(), JobEvent.Failed.class);
        return ((JobEvent.Failed) events.get(events.size() - 1)).failure();
    }

    private static CheckpointLine lineOf(TrainingJob job) {
        return new CheckpointLine(job.team(), job.model(), job.job());
    }

    private static String folderOf(TrainingJob job, CheckpointId id) {
        return "checkpoints/default/tiny/" + job.job() + "/stage-" + id.stage() + "/step-" + id.step() + "/"
                + id.token() + "/";
    }

    /** As somebody does who may write to the bucket: the object is whole for the store, and is not what its manifest says. */
    private String flipABit(String beginning) {
        String key = store.list(beginning).get(0).key();
        byte[] content = store.get(key, 1 << 24).content();
        content[content.length / 2] ^= 1;
        store.put(key, content, "application/octet-stream");
        return key;
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
