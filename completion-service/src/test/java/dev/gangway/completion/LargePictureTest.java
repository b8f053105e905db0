package dev.gangway.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.artifacts.checkpoint.CheckpointStore;
import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.picture.PictureFolder;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.Topics;
import dev.gangway.contracts.completion.CompletionTask.CompletePictures;
import dev.gangway.contracts.completion.CompletionTask.MergePictures;
import dev.gangway.contracts.completion.CompletionTask.PictureRange;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.CompletionSettings.Start;
import dev.gangway.contracts.training.CheckpointReference;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** This module's tests have the heap that a worker has. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class LargePictureTest {

    private static final CompletionSettings SETTINGS = new CompletionSettings(0.1, 2, 0.05, Start.ENCODER);
    private static final int WIDTH = 8000;
    private static final int HEIGHT = 6250;

    private final String bootstrap;
    private final ObjectStore objects;
    private final CompletedImageStore completions;
    private final CheckpointStore checkpoints;

    LargePictureTest(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap,
            ObjectStore objects,
            CheckpointStore checkpoints,
            CompletedImageStore completions) {
        this.bootstrap = bootstrap;
        this.objects = objects;
        this.checkpoints = checkpoints;
        this.completions = completions;
    }

    @Test
    void aPictureOfFiftyMegapixelsIsCompletedAndJudged() throws Exception {
        JobId job = JobId.random();
        String prefix = "uploads/default/" + UUID.randomUUID() + "/";
        byte[] photograph = photograph();
        objects.put(prefix + "images/a.jpg", photograph, "image/jpeg");
        objects.put(prefix + "truth/a.jpg", photograph, "image/jpeg");
        objects.put(prefix + "masks/a.png", scratches(), "image/png");
        new PictureLists(objects)
                .write(TeamId.DEFAULT, job, PictureFolder.pictures(objects, ObjectPath.parseFolder(prefix), true));

        JsonNode picture = completed(job).at("/images/0");

        assertThat(picture.path("outcome").asText()).isEqualTo("completed");
        assertThat(picture.path("notes")).singleElement().asString().contains("finer than the networks see");
        assertThat(picture.path("ssimHole").isNumber()).isTrue();
        double spread = 10
                * Math.log10((double) WIDTH * HEIGHT / picture.path("missing").asInt());
        assertThat(picture.path("psnr").asDouble() - picture.path("psnrHole").asDouble())
                .as("all difference lies in the hole")
                .isCloseTo(spread, within(1e-9));
    }

    private JsonNode completed(JobId job) throws IOException {
        CheckpointReference checkpoint = new TinyArtifacts(objects, checkpoints).checkpoint();
        PictureRange all = new PictureRange(0, 1);
        try (Broker broker = new Broker(bootstrap, Topics.JOB_EVENTS, Topics.METRICS, Topics.DEAD_LETTERS)) {
            broker.send(
                    Topics.COMPLETION_TASKS,
                    new CompletePictures(job, TeamId.DEFAULT, 0, 1, all, checkpoint, null, SETTINGS, 42, null));
            String part = broker.eventOf(job, 0, JobEvent.TaskFinished.class).resultKey();
            broker.send(
                    Topics.COMPLETION_TASKS,
                    new MergePictures(job, TeamId.DEFAULT, 1, 1, all, checkpoint, null, SETTINGS, List.of(part), null));
            String results = broker.eventOf(job, 1, JobEvent.Succeeded.class).resultKey();
            return new ObjectMapper().readTree(completions.read(results));
        }
    }

    /** Colours that change slowly, with a little noise. */
    private static byte[] photograph() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        int[] row = new int[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int noise = (x * 31 + y * 17) % 5;
                row[x] = (x / 40 + noise) << 16 | (y / 40 + noise) << 8 | (x + y) / 70;
            }
            image.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
        }
        return written(image, "jpeg");
    }

    /** From top to bottom and from side to side, so that the rectangle around what is missing is the whole picture. */
    private static byte[] scratches() throws IOException {
        BufferedImage mask = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = y; x < y + 60; x++) {
                mask.setRGB(x, y, 0xffffff);
            }
        }
        for (int x = 0; x < WIDTH; x++) {
            mask.setRGB(x, HEIGHT / 2, 0xffffff);
        }
        return written(mask, "png");
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, format, file);
        return file.toByteArray();
    }
}
