package dev.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.local.client.GangwayClient;
import dev.gangway.local.client.JobNews;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.FreePorts;
import dev.gangway.local.process.Home;
import dev.gangway.local.process.Listener;
import dev.gangway.local.process.LocalSystem;
import dev.gangway.local.process.Part;
import dev.gangway.local.process.PartStatus;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole system as processes of their own: from images to a trained model to completed images, over a killed trainer. */
class WholeWayIT {

    private static final Set<Part> ALL = EnumSet.allOf(Part.class);
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final int IMAGES = 6;

    @TempDir
    private static Path folder;

    private static LocalSystem system;
    private static GangwayClient gateway;
    private static TestImages images;

    @BeforeAll
    static void up() throws IOException {
        Checkout checkout = new Checkout(EmbeddedProcess.homeOfTests().resolve("../../.."));
        system = new LocalSystem(new Home(folder.resolve("home")), checkout);
        start(FreePorts.take().numbers());
        gateway = new GangwayClient(
                URI.create("http://127.0.0.1:" + system.ports().of(Listener.GATEWAY)));
        images = TestImages.writtenTo(folder.resolve("images.zip"), 24, 8, IMAGES);
        gateway.postArchive("/v1/datasets?name=shapes&size=" + TestImages.SIDE, images.archive());
    }

    @AfterAll
    static void down() {
        system.down(ALL, step -> {});
        assertThat(system.status()).noneMatch(part -> part.pid().isPresent());
    }

    @Test
    void aJobWhoseTrainerIsKilledGoesOnFromItsCheckpointAndItsModelCompletesImages() throws IOException {
        String training = train();
        assertThat(history(training)).contains("RUNNING>QUEUED").endsWith("RUNNING>SUCCEEDED");

        JsonNode results = gateway.get(complete(training) + "/results");

        assertThat(results.path("samples").asInt()).isEqualTo(IMAGES);
        assertThat(results.path("rows"))
                .extracting(row -> row.path("row").asText())
                .containsExactly("truth", "occluded", "mean-colour", "mean-image", "completed");
        assertThat(results.path("rows"))
                .filteredOn(row -> !row.path("row").asText().equals("truth"))
                .allSatisfy(row -> {
                    assertThat(row.path("psnrHole").asDouble()).isPositive();
                    assertThat(row.path("kid").isNumber()).isTrue();
                    assertThat(row.path("extractor").asText()).isEqualTo("resnet50");
                });
        assertVisiblePixelsCameBack(results);
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
                ProcessHandle.of(pidOf(Part.TRAINER)).orElseThrow().destroyForcibly();
                start(Map.of());
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

    private static String complete(String training) {
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("dataset", "shapes").put("images", IMAGES);
        request.putObject("checkpoint")
                .put("trainingJob", training.substring(training.lastIndexOf('/') + 1))
                .put("stage", 3);
        request.putObject("mask").put("kind", "centre-square").put("percent", 25);
        String job = "/v1/completion-jobs/"
                + gateway.post("/v1/completion-jobs", request).path("id").asText();
        gateway.follow(job, news -> {});
        assertThat(history(job)).endsWith("RUNNING>SUCCEEDED");
        return job;
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
    private static void assertVisiblePixelsCameBack(JsonNode results) throws IOException {
        String job = "/v1/completion-jobs/" + results.path("job").asText();
        List<Integer> recognised = new ArrayList<>();
        for (int image = 0; image < IMAGES; image++) {
            BufferedImage completed = ImageIO.read(new ByteArrayInputStream(gateway.bytes(job + "/images/" + image)));
            for (int truth = 0; truth < IMAGES; truth++) {
                if (isSameWhereVisible(completed, images.test(truth))) {
                    recognised.add(truth);
                }
            }
        }
        assertThat(recognised).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
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

    private static void start(Map<Listener, Integer> ports) {
        system.up(ALL, ports, READY_WITHIN, step -> {});
    }

    private static long pidOf(Part part) {
        return system.status().stream()
                .filter(status -> status.part() == part)
                .map(PartStatus::pid)
                .findFirst()
                .orElseThrow()
                .orElseThrow();
    }
}
