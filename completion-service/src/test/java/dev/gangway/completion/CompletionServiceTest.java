package dev.gangway.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.artifacts.checkpoint.CheckpointStore;
import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.UnreadableImageException;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.Topics;
import dev.gangway.contracts.completion.CompletionTask.CompleteImages;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.completion.CompletionTask.MergeFigures;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.event.JobCommand;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.Progress;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.metric.Metric;
import dev.gangway.contracts.metric.Metric.Scope;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.CompletionSettings.Start;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.ledger.broker.MessageHeaders;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class CompletionServiceTest {

    private static final int IMAGES = 7;
    private static final MaskRecipe MASK = MaskRecipe.centreSquare(25);

    private final String bootstrap;
    private final ObjectStore objects;
    private final CompletedImageStore completions;
    private final TinyArtifacts artifacts;
    private final JobId job = JobId.random();
    private Broker broker;

    CompletionServiceTest(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap,
            ObjectStore objects,
            CheckpointStore checkpoints,
            CompletedImageStore completions) {
        this.bootstrap = bootstrap;
        this.objects = objects;
        this.completions = completions;
        this.artifacts = new TinyArtifacts(objects, checkpoints);
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
    void aJobInTwoTasksIsCompletedMergedAndReported() throws Exception {
        CheckpointReference checkpoint = artifacts.checkpoint();
        DatasetReference dataset = artifacts.dataset(IMAGES);
        broker.send(Topics.COMPLETION_TASKS, task(0, range(dataset, 0, 5), checkpoint, 3));
        broker.send(Topics.COMPLETION_TASKS, task(1, range(dataset, 5, 2), checkpoint, 3));

        JobEvent.TaskFinished first = broker.eventOf(job, 0, JobEvent.TaskFinished.class);
        JobEvent.TaskFinished second = broker.eventOf(job, 1, JobEvent.TaskFinished.class);

        assertThat(first.images()).isEqualTo(5);
        assertThat(first.resultKey()).contains("/tasks/0/" + first.origin().token() + "/");
        assertThat(broker.eventsOf(job, 0, JobEvent.TaskFinished.class))
                .filteredOn(JobEvent.Progressed.class::isInstance)
                .extracting(event -> ((JobEvent.Progressed) event).progress())
                .contains(new Progress.Completion(4, 5))
                .last()
                .isEqualTo(new Progress.Completion(5, 5));
        assertThat(broker.metricsOf(job, Metric.ImageFigures.class, IMAGES))
                .extracting(Metric.ImageFigures::image)
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
        assertThat(broker.metricsOf(job, Metric.SetFigures.class, 10))
                .allMatch(figures -> figures.scope() == Scope.TASK)
                .allMatch(figures ->
                        figures.row().equals("truth") == (figures.distances().fid() == null))
                .allMatch(figures -> figures.faces().size() == 2 && figures.inceptionScore() >= 1);
        assertVisiblePixelsAreThoseOfTheTruth();

        broker.send(Topics.COMPLETION_TASKS, merge(dataset, checkpoint, first.resultKey(), second.resultKey()));
        JobEvent.Succeeded succeeded = broker.eventOf(job, 2, JobEvent.Succeeded.class);

        assertThat(succeeded.resultKey()).isEqualTo(completions.resultsKey(TeamId.DEFAULT, job));
        JsonNode results = new ObjectMapper().readTree(completions.read(succeeded.resultKey()));
        assertThat(results.path("samples").asInt()).isEqualTo(IMAGES);
        assertThat(results.path("extractor").asText()).isEqualTo("resnet50");
        assertThat(results.path("images")).hasSize(IMAGES);
        assertThat(results.path("rows").findValuesAsText("row"))
                .containsExactly("truth", "occluded", "mean-colour", "mean-image", "completed");
        assertTruthIsTheUpperBound(results.path("rows").get(0));
        assertThat(results.path("rows").get(1).path("psnrHole").asDouble())
                .isCloseTo(meanHolePsnrOfGrey(), within(1e-9));
        assertThat(results.path("rows"))
                .filteredOn(row -> !row.path("row").asText().equals("truth"))
                .allMatch(row ->
                        row.path("kid").isNumber() && row.path("ssimHole").isNumber())
                .noneMatch(row -> row.path("kidReliable").asBoolean(true)
                        || row.path("fidReliable").asBoolean(true));
        assertThat(results.path("rows")).allSatisfy(row -> {
            assertThat(row.path("inceptionScore").asDouble()).isGreaterThanOrEqualTo(1);
            assertThat(row.path("faces").findValuesAsText("matcher")).containsExactly("dlib-cosine", "dlib-euclidean");
            assertThat(row.at("/faces/0/impostors").asInt()).isEqualTo(IMAGES * (IMAGES - 1));
        });
        assertThat(results.path("report"))
                .hasSize(11)
                .filteredOn(picture ->
                        picture.asText().endsWith(".png") && !picture.asText().endsWith("grid.png"))
                .hasSize(8)
                .allSatisfy(picture -> assertThat(png(picture.asText()).width()).isGreaterThan(IMAGES * 128));
        assertPageShowsAll(results.path("report"));
        assertThat(broker.metricsOf(job, Metric.SetFigures.class, 15))
                .filteredOn(figures -> figures.scope() == Scope.JOB)
                .extracting(Metric.SetFigures::row)
                .containsExactlyInAnyOrder("truth", "occluded", "mean-colour", "mean-image", "completed");
    }

    @Test
    void aCancelledTaskStopsInTheMiddleOfItsBatch() {
        CheckpointReference checkpoint = artifacts.checkpoint();
        broker.send(Topics.COMPLETION_TASKS, task(0, range(artifacts.dataset(1), 0, 1), checkpoint, 10_000));
        broker.eventOf(job, 0, JobEvent.Started.class);

        broker.send(
                Topics.JOB_COMMANDS,
                JobCommand.cancel(job, JobKind.COMPLETION, Clock.systemUTC().instant()));

        assertThat(broker.eventsOf(job, 0, JobEvent.Cancelled.class))
                .noneMatch(event -> event instanceof JobEvent.Progressed || event instanceof JobEvent.TaskFinished);
    }

    @Test
    void aModelWithoutEncoderCompletesFromThePriorAndShowsNoReconstructions() throws Exception {
        CheckpointReference checkpoint = artifacts.checkpointWithoutEncoder();
        DatasetReference dataset = artifacts.dataset(2);
        CompletionSettings fromPrior = new CompletionSettings(0.1, 2, 0.05, Start.PRIOR);
        ImageRange both = range(dataset, 0, 2);
        broker.send(
                Topics.COMPLETION_TASKS,
                new CompleteImages(job, TeamId.DEFAULT, 0, 1, both, checkpoint, MASK, fromPrior, 42, null));
        String part = broker.eventOf(job, 0, JobEvent.TaskFinished.class).resultKey();

        broker.send(
                Topics.COMPLETION_TASKS,
                new MergeFigures(
                        job, TeamId.DEFAULT, 1, 1, both, checkpoint, MASK, fromPrior, List.of(part), 42L, null));

        JobEvent.Succeeded succeeded = broker.eventOf(job, 1, JobEvent.Succeeded.class);
        JsonNode results = new ObjectMapper().readTree(completions.read(succeeded.resultKey()));
        assertThat(results.path("report"))
                .extracting(JsonNode::asText)
                .hasSize(10)
                .noneMatch(picture -> picture.endsWith("reconstructions.png"));
        assertFails("settings-refused", both, checkpoint);
    }

    @Test
    void behindItsRandomMaskAnImageIsCompletedAlikeInEveryTask() throws Exception {
        CheckpointReference checkpoint = artifacts.checkpoint();
        DatasetReference dataset = artifacts.dataset(5);
        MaskRecipe blocks = new MaskRecipe(MaskRecipe.Kind.RANDOM_BLOCKS, 25, 2);
        CompletionSettings options = new CompletionSettings(
                0.1,
                12,
                0.05,
                Start.PRIOR,
                2,
                CompletionSettings.Optimizer.RMSPROP,
                3.0,
                new CompletionSettings.StopRule(0.2, 2, 2),
                CompletionSettings.Perceptual.GOGAN,
                1.0,
                CompletionSettings.Blending.POISSON,
                null,
                null,
                null,
                null,
                null);
        JobId other = JobId.random();
        ImageRange all = range(dataset, 0, 5);
        broker.send(
                Topics.COMPLETION_TASKS,
                new CompleteImages(job, TeamId.DEFAULT, 0, 1, all, checkpoint, blocks, options, 42, null));
        broker.send(
                Topics.COMPLETION_TASKS,
                new CompleteImages(
                        other, TeamId.DEFAULT, 0, 1, range(dataset, 3, 1), checkpoint, blocks, options, 42, null));
        String part = broker.eventOf(job, 0, JobEvent.TaskFinished.class).resultKey();
        broker.eventOf(other, 0, JobEvent.TaskFinished.class);
        assertThat(completions.read(completions.imageKey(TeamId.DEFAULT, other, 3)))
                .isEqualTo(completions.read(completions.imageKey(TeamId.DEFAULT, job, 3)));

        broker.send(
                Topics.COMPLETION_TASKS,
                new MergeFigures(
                        job, TeamId.DEFAULT, 1, 1, all, checkpoint, blocks, options, List.of(part), 42L, null));
        JobEvent.Succeeded succeeded = broker.eventOf(job, 1, JobEvent.Succeeded.class);
        JsonNode results = new ObjectMapper().readTree(completions.read(succeeded.resultKey()));
        assertThat(results.at("/mask/kind").asText()).isEqualTo("random-blocks");
        assertThat(results.at("/settings/stop/window").asInt()).isEqualTo(2);
        assertThat(results.path("images")).hasSize(5).allMatch(image -> image.path("psnrHole")
                .isNumber());
    }

    @Test
    void aVaeCompletesWithoutACriticAndTheReportSaysWhatThatMeans() throws IOException {
        DatasetReference dataset = artifacts.dataset(5);
        CheckpointReference checkpoint = artifacts.checkpointOfVae();
        ImageRange all = range(dataset, 0, 5);
        CompletionSettings alone = settings(3).withoutCritic();
        broker.send(
                Topics.COMPLETION_TASKS,
                new CompleteImages(job, TeamId.DEFAULT, 0, 1, all, checkpoint, MASK, alone, 42L, null));

        String part = broker.eventOf(job, 0, JobEvent.TaskFinished.class).resultKey();
        broker.send(
                Topics.COMPLETION_TASKS,
                new MergeFigures(job, TeamId.DEFAULT, 1, 1, all, checkpoint, MASK, alone, List.of(part), 42L, null));
        JobEvent.Succeeded succeeded = broker.eventOf(job, 1, JobEvent.Succeeded.class);

        JsonNode results = new ObjectMapper().readTree(completions.read(succeeded.resultKey()));
        assertThat(results.path("images")).hasSize(5).allMatch(image -> image.path("psnrHole")
                .isNumber());
        String page = new String(completions.read(results.path("report").get(0).asText()), StandardCharsets.UTF_8);
        assertThat(page).contains("stage 0", "a VAE has no critic");
    }

    @Test
    void aTaskThatCannotBeDoneFailsByTheJobsOwnFault() {
        CheckpointReference checkpoint = artifacts.checkpoint();
        CheckpointReference missing =
                new CheckpointReference(TeamId.DEFAULT, "tiny", new CheckpointId(UUID.randomUUID(), 1, 1, 1));
        DatasetReference dataset = artifacts.dataset(2);
        DatasetReference nowhere = new DatasetReference(TeamId.DEFAULT, "nowhere", 1);

        assertFails("checkpoint-missing", range(dataset, 0, 2), missing);
        assertFails("settings-refused", range(dataset, 0, 2), artifacts.checkpointOfVae());
        assertFails("dataset-missing", range(nowhere, 0, 2), checkpoint);
        assertFails("images-out-of-range", range(dataset, 1, 2), checkpoint);
    }

    @Test
    void aFlippedBitInACheckpointOrADatasetFailsTheJobByTheNameOfTheObject() {
        for (String object : List.of("generator.safetensors", "encoder.safetensors", "manifest.json")) {
            CheckpointReference checkpoint = artifacts.checkpoint();
            String key = flipABit("checkpoints/default/tiny/" + checkpoint.id().job() + "/stage-1/step-15/1/" + object);
            assertThat(assertFails("checkpoint-corrupt", range(artifacts.dataset(2), 0, 2), checkpoint))
                    .contains(key);
        }
        for (String object : List.of("test-", "mean-image-", "manifest.json")) {
            DatasetReference dataset = artifacts.dataset(2);
            String key = flipABit("datasets/default/" + dataset.name() + "/1/" + object);
            assertThat(assertFails("dataset-corrupt", range(dataset, 0, 2), artifacts.checkpoint()))
                    .contains(key);
        }
    }

    @Test
    void aMessageThatCannotBeReadIsSetAsideWithItsReasonAndTheNextIsRead() {
        String key = UUID.randomUUID().toString();
        broker.sendRaw(Topics.COMPLETION_TASKS, key, "dev.gangway.complete-images.v1", "{\"task\": 0, \"seed\": 1}");

        ConsumerRecord<String, byte[]> letter = broker.deadLetterOf(key);

        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("{\"task\": 0, \"seed\": 1}");
        assertThat(letter.headers().lastHeader(MessageHeaders.REASON_CODE).value())
                .isEqualTo("body-malformed".getBytes(StandardCharsets.UTF_8));
        assertFails(
                "dataset-missing",
                range(new DatasetReference(TeamId.DEFAULT, "nowhere", 1), 0, 1),
                artifacts.checkpoint());
    }

    @Test
    void theServiceIsReadyWithAllItsPartsAndItsMetricsAreServed() {
        RestAssured.get("/q/health/ready").then().statusCode(200).body("checks.name", Matchers.hasItem("S3 store"));
        RestAssured.get("/q/metrics").then().statusCode(200).body(Matchers.containsString("gangway_completion_images"));
    }

    private void assertPageShowsAll(JsonNode report) {
        String page = new String(completions.read(report.get(0).asText()), StandardCharsets.UTF_8);
        assertThat(page)
                .contains(
                        "recipe rankgan-tiny, stage 1",
                        "mean-colour",
                        "KID (resnet50)",
                        "Distributions",
                        "fewer than 50 images");
        for (int image = 0; image < IMAGES; image++) {
            assertThat(page).containsOnlyOnce("<b>image " + image + "</b>");
        }
        assertThat(new String(completions.read(report.get(1).asText()), StandardCharsets.UTF_8).lines())
                .hasSize(1 + 4 * IMAGES);
    }

    /** RankGAN's Table 2 has a row for the original images: no distance from themselves, but a score and recognisable faces. */
    private static void assertTruthIsTheUpperBound(JsonNode row) {
        assertThat(row.path("fid").isNull() && row.path("kid").isNull()).isTrue();
        assertThat(row.path("psnr").isNull() && row.path("ssim").isNull()).isTrue();
        assertThat(row.at("/faces/0/auc").asDouble()).isEqualTo(1);
        assertThat(row.at("/faces/0/similarity/mean").asDouble()).isCloseTo(1, within(1e-6));
        assertThat(row.at("/faces/1/similarity/mean").asDouble()).isZero();
    }

    /** What is said about it. */
    private String assertFails(String code, ImageRange images, CheckpointReference checkpoint) {
        CompleteImages task = task(0, images, checkpoint, 1);
        CompleteImages another = new CompleteImages(
                JobId.random(),
                task.team(),
                task.task(),
                task.attempt(),
                task.images(),
                task.checkpoint(),
                task.mask(),
                task.settings(),
                task.seed(),
                task.faces());
        broker.send(Topics.COMPLETION_TASKS, another);
        JobFailure failure =
                broker.eventOf(another.job(), 0, JobEvent.Failed.class).failure();
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.cause()).isEqualTo(JobFailure.Cause.JOB);
        return failure.detail();
    }

    private void assertVisiblePixelsAreThoseOfTheTruth() throws Exception {
        for (int image = 0; image < IMAGES; image++) {
            PixelImage truth = TinyArtifacts.slope(image);
            PixelImage completed = png(completions.imageKey(TeamId.DEFAULT, job, image));
            for (int row = 0; row < TinyArtifacts.SIDE; row++) {
                for (int column = 0; column < TinyArtifacts.SIDE; column++) {
                    if (!isHidden(row, column)) {
                        assertThat(completed.sample(row, column, 1)).isEqualTo(truth.sample(row, column, 1));
                    }
                }
            }
        }
    }

    private static double meanHolePsnrOfGrey() {
        double sum = 0;
        for (int image = 0; image < IMAGES; image++) {
            PixelImage truth = TinyArtifacts.slope(image);
            double squares = 0;
            int samples = 0;
            for (int i = 0; i < truth.rgb().length; i++) {
                int pixel = i / PixelImage.CHANNELS;
                if (isHidden(pixel / TinyArtifacts.SIDE, pixel % TinyArtifacts.SIDE)) {
                    squares += Math.pow(Byte.toUnsignedInt(truth.rgb()[i]) - 128, 2);
                    samples++;
                }
            }
            sum += 10 * Math.log10(255.0 * 255.0 * samples / squares);
        }
        return sum / IMAGES;
    }

    /** A centre square of 25 % hides rows and columns 8 to 23. */
    private static boolean isHidden(int row, int column) {
        return row >= 8 && row < 24 && column >= 8 && column < 24;
    }

    private PixelImage png(String key) throws IOException, UnreadableImageException {
        return new ImageDecoder(ImageLimits.DEFAULT).decode(key, completions.read(key));
    }

    /** As somebody does who may write to the bucket: the object is whole for the store, and is not what its manifest says. */
    private String flipABit(String beginning) {
        String key = objects.list(beginning).get(0).key();
        byte[] content = objects.get(key, 1 << 24).content();
        content[content.length / 2] ^= 1;
        objects.put(key, content, "application/octet-stream");
        return key;
    }

    private CompleteImages task(int number, ImageRange images, CheckpointReference checkpoint, int steps) {
        return new CompleteImages(job, TeamId.DEFAULT, number, 1, images, checkpoint, MASK, settings(steps), 42, true);
    }

    private MergeFigures merge(DatasetReference dataset, CheckpointReference checkpoint, String... parts) {
        return new MergeFigures(
                job,
                TeamId.DEFAULT,
                parts.length,
                1,
                range(dataset, 0, IMAGES),
                checkpoint,
                MASK,
                settings(3),
                List.of(parts),
                42L,
                true);
    }

    private static CompletionSettings settings(int steps) {
        return new CompletionSettings(0.1, steps, 0.05, Start.ENCODER);
    }

    private static ImageRange range(DatasetReference dataset, int from, int count) {
        return new ImageRange(dataset, Split.TEST, from, count);
    }
}
