package dev.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.contracts.metric.Metric;
import dev.gangway.local.client.GangwayClient;
import dev.gangway.local.client.JobNews;
import dev.gangway.local.process.Part;
import dev.gangway.local.process.Role;
import dev.gangway.testing.StrayRecords;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole system as processes of their own: from images to a trained model to completed images, over killed workers. */
class WholeWayIT {

    private static final int IMAGES = 6;
    private static final int MANY_IMAGES = Integer.getInteger("gangway.it.images", 48);

    /** What the environment of these tests tells the gateway. */
    private static final int IMAGES_PER_TASK = Integer.parseInt(System.getenv("GANGWAY_COMPLETION_IMAGES_PER_TASK"));

    private static final Part SECOND_WORKER = new Part(Role.COMPLETION, 2);

    @TempDir
    private static Path folder;

    private static TestSystem system;
    private static GangwayClient gateway;
    private static TestImages images;
    private static String training;

    @BeforeAll
    static void up() throws IOException {
        system = TestSystem.up(folder.resolve("home"), 2);
        gateway = system.gateway();
        StrayLetters.sendStraysToEveryTopic(system.broker());
        images = dataset("shapes", 24, IMAGES);
        dataset("many-shapes", 8, MANY_IMAGES);
    }

    @AfterAll
    static void down() {
        system.close();
    }

    @Test
    void aJobWhoseTrainerIsKilledGoesOnFromItsCheckpointAndItsModelCompletesImages() throws IOException {
        assertThat(history(training())).contains("RUNNING>QUEUED").endsWith("RUNNING>SUCCEEDED");

        CompletedJob job = CompletedJob.run(gateway, training(), "shapes", IMAGES, news -> {});

        assertThat(job.results().path("samples").asInt()).isEqualTo(IMAGES);
        assertThat(job.results().path("rows"))
                .extracting(row -> row.path("row").asText())
                .containsExactly("truth", "occluded", "mean-colour", "mean-image", "completed");
        assertThat(job.results().path("rows"))
                .filteredOn(row -> !row.path("row").asText().equals("truth"))
                .allSatisfy(row -> {
                    assertThat(row.path("psnrHole").asDouble()).isPositive();
                    assertThat(row.path("kid").isNumber()).isTrue();
                    assertThat(row.path("extractor").asText()).isEqualTo("resnet50");
                });
        assertVisiblePixelsCameBack(job.pictures());
    }

    /** Every worker reads all commands at each of its starts, and the trainer was killed and started again. */
    @Test
    void whateverRecordsHoldIsPutAsideOnceAndJobsRunOn() {
        assertThat(history(training())).endsWith("RUNNING>SUCCEEDED");

        system.start();
        assertThat(StrayLetters.awaitOfEveryTopic(system.broker())).allSatisfy((topic, places) -> assertThat(places)
                .as("places on %s that dead letters name", topic)
                .doesNotHaveDuplicates());
        assertThat(system.isReady()).isTrue();
    }

    @Test
    void aCompletionJobWhoseWorkerIsKilledHalfWayEndsLikeAnUndisturbedOne() {
        String model = training();
        system.stop(SECOND_WORKER);
        CompletedJob undisturbed = completeMany(model, news -> {});
        assertThat(system.runs(SECOND_WORKER)).isFalse();
        // What it remembers of these images would spare it half of the work.
        system.stop(Part.COMPLETION);

        system.start();
        CompletedJob interrupted = completeMany(model, onceAtHalf(() -> system.kill(SECOND_WORKER)));
        assertThat(system.runs(SECOND_WORKER)).isFalse();

        assertThat(interrupted.page().path("failures").asInt())
                .as("tasks that the killed worker had")
                .isPositive();
        assertEveryTaskWasDoneOnce(interrupted);
        assertThat(interrupted.judgedImages()).isEqualTo(indices(MANY_IMAGES));
        assertThat(interrupted.pictures()).containsExactlyElementsOf(undisturbed.pictures());
        assertThat(interrupted.findings()).isEqualTo(undisturbed.findings());
        assertThat(figuresTold(interrupted)).hasSize(MANY_IMAGES).isEqualTo(figuresTold(undisturbed));
        assertThat(gateway.get("/v1/workers").path("items"))
                .as("workers, of which some were started again")
                .extracting(worker -> worker.path("name").asText())
                .filteredOn(name -> !name.startsWith(StrayRecords.WORKER))
                .containsExactlyInAnyOrder("trainer", "completion", "completion-2");
    }

    private static TestImages dataset(String name, int training, int held) throws IOException {
        TestImages drawn = TestImages.writtenTo(folder.resolve(name + ".zip"), training, 8, held);
        gateway.postArchive("/v1/datasets?name=" + name + "&size=" + TestImages.SIDE, drawn.archive());
        return drawn;
    }

    /** The one training of these tests; the first to ask has it done. */
    private static String training() {
        if (training == null) {
            training = train();
        }
        return training;
    }

    private static String train() {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("recipe", "rankgan-tiny")
                .put("model", "shapes")
                .put("dataset", "shapes");
        ObjectNode overrides = request.putObject("overrides");
        overrides
                .putObject("stages")
                .putObject("1")
                .putObject("phases")
                .putObject("0")
                .put("updates", 400);
        overrides.putObject("checkpoints").put("updates", 20);
        String job = "/v1/training-jobs/"
                + gateway.post("/v1/training-jobs", request).path("id").asText();
        AtomicBoolean killed = new AtomicBoolean();
        gateway.follow(job, news -> {
            if (isCheckpointWithinStageOne(news) && killed.compareAndSet(false, true)) {
                system.kill(Part.TRAINER);
                system.start();
            }
        });
        assertThat(killed).isTrue();
        return job;
    }

    private static boolean isCheckpointWithinStageOne(JobNews news) {
        return news.type().equals("checkpoint-written")
                && !news.body().path("stageEnd").asBoolean()
                && news.body().path("reference").path("id").asText().contains("~1~");
    }

    private static CompletedJob completeMany(String model, Consumer<JobNews> watcher) {
        return CompletedJob.run(gateway, model, "many-shapes", MANY_IMAGES, watcher);
    }

    private static Consumer<JobNews> onceAtHalf(Runnable deed) {
        AtomicBoolean done = new AtomicBoolean();
        return news -> {
            boolean half = news.type().equals("progressed")
                    && news.body().path("images").asInt() >= MANY_IMAGES / 2;
            if (half && done.compareAndSet(false, true)) {
                deed.run();
            }
        };
    }

    /** The merge of the figures is a task as well, after those of the images. */
    private static void assertEveryTaskWasDoneOnce(CompletedJob job) {
        int tasks = (MANY_IMAGES + IMAGES_PER_TASK - 1) / IMAGES_PER_TASK;
        assertThat(job.finishedTasks()).containsExactlyInAnyOrderElementsOf(indices(tasks));
        assertThat(job.page().path("tasks").path("total").asInt()).isEqualTo(tasks + 1);
        assertThat(job.page().path("tasks").path("done").asInt()).isEqualTo(tasks + 1);
    }

    /** The figures of each image; fails when one was told twice. */
    private static Map<Integer, Metric.Fidelity> figuresTold(CompletedJob job) {
        return ToldFigures.of(job.id(), system.broker()).stream()
                .collect(Collectors.toMap(Metric.ImageFigures::image, Metric.ImageFigures::figures));
    }

    private static List<Integer> indices(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static List<String> history(String job) {
        List<String> moves = new ArrayList<>();
        gateway.get(job)
                .path("history")
                .forEach(move -> moves.add(
                        move.path("from").asText() + ">" + move.path("to").asText()));
        return moves;
    }

    /** A dataset has an order of its own: what is visible tells which image it is, and each must be there once. */
    private static void assertVisiblePixelsCameBack(List<byte[]> pictures) throws IOException {
        List<Integer> recognised = new ArrayList<>();
        for (byte[] picture : pictures) {
            BufferedImage completed = ImageIO.read(new ByteArrayInputStream(picture));
            for (int truth = 0; truth < IMAGES; truth++) {
                if (isSameWhereVisible(completed, images.test(truth))) {
                    recognised.add(truth);
                }
            }
        }
        assertThat(recognised).containsExactlyInAnyOrderElementsOf(indices(IMAGES));
    }

    private static boolean isSameWhereVisible(BufferedImage completed, BufferedImage truth) {
        boolean same = true;
        for (int y = 0; y < TestImages.SIDE; y++) {
            for (int x = 0; x < TestImages.SIDE; x++) {
                boolean hidden = x >= 8 && x < 24 && y >= 8 && y < 24;
                same &= hidden || completed.getRGB(x, y) == truth.getRGB(x, y);
            }
        }
        return same;
    }
}
