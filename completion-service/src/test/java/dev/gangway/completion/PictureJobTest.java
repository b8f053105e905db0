package dev.gangway.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.artifacts.checkpoint.CheckpointStore;
import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.image.DecodedPicture;
import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.artifacts.image.format.ImageFormat;
import dev.gangway.artifacts.picture.PictureFolder;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.artifacts.store.ContentHash;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.Topics;
import dev.gangway.contracts.completion.CompletionTask.CompletePictures;
import dev.gangway.contracts.completion.CompletionTask.MergePictures;
import dev.gangway.contracts.completion.CompletionTask.PictureRange;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.Progress;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.metric.Metric;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.CompletionSettings.Start;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.testing.SampleCases;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntBinaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class PictureJobTest {

    private static final CompletionSettings SETTINGS = new CompletionSettings(0.1, 3, 0.05, Start.ENCODER);

    private final String bootstrap;
    private final ObjectStore objects;
    private final CompletedImageStore completions;
    private final CheckpointStore checkpoints;
    private final JobId job = JobId.random();
    private final String prefix = "uploads/default/" + UUID.randomUUID() + "/";
    private CheckpointReference checkpoint;
    private Broker broker;

    PictureJobTest(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap,
            ObjectStore objects,
            CheckpointStore checkpoints,
            CompletedImageStore completions) {
        this.bootstrap = bootstrap;
        this.objects = objects;
        this.completions = completions;
        this.checkpoints = checkpoints;
    }

    @BeforeEach
    void connect() {
        checkpoint = new TinyArtifacts(objects, checkpoints).checkpoint();
        broker = new Broker(bootstrap, Topics.JOB_EVENTS, Topics.METRICS, Topics.DEAD_LETTERS);
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void picturesOfAnySizeAreFilledAtTheirOwnAndWhatCannotBeIsReportedAlone() throws Exception {
        PixelImage wide = picture(48, 97, 1);
        PixelImage small = picture(20, 20, 2);
        put("images/a-wide.png", wide);
        put("masks/a-wide.png", mask(48, 97, (row, column) -> column > 70 && row > 10 && row < 30 ? 255 : 0));
        put("images/b-small.png", small);
        put("masks/b-small.png", mask(20, 20, (row, column) -> row < 8 ? 200 : 0));
        put("images/c-whole.png", small);
        put("masks/c-whole.png", mask(20, 20, (row, column) -> 0));
        put("images/d-gone.png", small);
        put("masks/d-gone.png", mask(20, 20, (row, column) -> 255));
        put("images/e-other-mask.png", small);
        put("masks/e-other-mask.png", mask(20, 21, (row, column) -> column));
        put("images/f-truncated.png", Arrays.copyOf(PngEncoder.encode(wide), 60));
        put("masks/f-truncated.png", mask(48, 97, (row, column) -> row * 5));
        put("images/g-changed.png", small);
        put("masks/g-changed.png", mask(20, 20, (row, column) -> row * 12));
        put("images/h-deleted.png", small);
        put("masks/h-deleted.png", mask(20, 20, (row, column) -> row * 12));
        put("images/i-long-hole.png", wide);
        put("masks/i-long-hole.png", mask(48, 97, (row, column) -> column % 90 == 1 ? 255 : 0));
        put("images/j-blind.png", picture(20, 200, 3));
        put("masks/j-blind.png", mask(20, 200, (row, column) -> column >= 40 && column < 160 ? 255 : 0));
        put("masks/k-damaged.png", mask(20, 20, (row, column) -> row * 12));
        putDamaged("images/k-damaged.png", PngEncoder.encode(small));
        list(true);
        put("images/g-changed.png", wide);
        objects.delete(prefix + "images/h-deleted.png");

        JsonNode results = completedAndMerged(11, null);

        assertThat(broker.eventsOf(job, 0, JobEvent.TaskFinished.class))
                .filteredOn(JobEvent.Progressed.class::isInstance)
                .extracting(event -> ((JobEvent.Progressed) event).progress())
                .last()
                .isEqualTo(new Progress.Completion(11, 11, 6));
        assertThat(results.path("completed").asInt()).isEqualTo(5);
        assertThat(results.path("refused").asInt()).isEqualTo(6);
        assertThat(results.path("rows")).isEmpty();
        assertThat(text(results.at("/report/0").asText()))
                .contains("5 of 11 completed", "a-wide", "the image is gone")
                .doesNotContain("Distributions");
        assertThat(text(results.at("/report/1").asText()).lines()).hasSize(12);
        assertThat(results.path("images"))
                .extracting(image -> image.path("name").asText() + " "
                        + image.path("outcome").asText() + " "
                        + image.path("code").asText("-"))
                .containsExactly(
                        "a-wide completed -",
                        "b-small completed -",
                        "c-whole completed -",
                        "d-gone refused mask-unfit",
                        "e-other-mask refused mask-unfit",
                        "f-truncated refused image-unreadable",
                        "g-changed refused image-changed",
                        "h-deleted refused image-missing",
                        "i-long-hole completed -",
                        "j-blind completed -",
                        "k-damaged refused image-damaged");
        assertThat(results.at("/images/0/square").toString()).isEqualTo("{\"left\":49,\"top\":0,\"side\":48}");
        assertThat(results.at("/images/4/reason").asText())
                .contains("the mask has 21x20 pixels")
                .contains("20x20");
        assertFilled(0, wide, (row, column) -> column > 70 && row > 10 && row < 30 ? 1 : 0);
        assertFilled(1, small, (row, column) -> row < 8 ? 1 : 0);
        assertThat(completed(2)).isEqualTo(small);
        assertThat(results.at("/images/9/notes").toString()).contains("squares nothing is visible");
        assertFilled(9, picture(20, 200, 3), (row, column) -> column >= 40 && column < 160 ? 1 : 0);
        assertThat(results.at("/images/8/squares")).hasSize(2);
        assertFilled(8, wide, (row, column) -> column % 90 == 1 ? 1 : 0);
        assertThat(results.at("/settings/blending").asText()).isEqualTo("poisson");
    }

    @Test
    void whatHasATruthIsMeasuredAgainstItAndAJobsOwnMaskServesPicturesWithoutOne() throws Exception {
        for (int number = 0; number < 3; number++) {
            put("images/" + number + ".png", picture(40, 40 + number, number));
        }
        put("truth/0.png", picture(40, 40, 0));
        put("truth/1.png", picture(40, 41, 1));
        put("truth/2.png", picture(41, 42, 2));
        list(false);

        JsonNode results = completedAndMerged(3, MaskRecipe.centreSquare(25));

        assertThat(results.path("samples").asInt()).isEqualTo(2);
        assertThat(results.path("rows").findValuesAsText("row"))
                .containsExactly("truth", "occluded", "mean-colour", "completed");
        assertThat(results.at("/rows/3/psnrHole").isNumber()).isTrue();
        assertThat(results.at("/rows/3/kid").isNumber()).isTrue();
        assertThat(results.at("/images/0/psnr").isNumber()).isTrue();
        assertThat(results.at("/images/0/missing").asInt()).isEqualTo(400);
        // A truth that does not fit takes the figures from a picture, and nothing else.
        assertThat(results.at("/images/2/outcome").asText()).isEqualTo("completed");
        assertThat(results.at("/images/2/notes").toString())
                .contains("It has no figures: the truth has 42x41 pixels (width by height), the picture 42x40.");
        assertThat(results.at("/rows/3/filling").asText()).contains("Poisson");
        assertThat(broker.metricsOf(job, Metric.ImageFigures.class, 2))
                .extracting(Metric.ImageFigures::image)
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void aPictureTooSmallForSsimHasAllOtherFiguresAndItsNeighbourHasAll() throws Exception {
        unpack(SampleCases.read("tiny-picture.zip"));
        list(true);

        JsonNode results = completedAndMerged(2, null);

        assertThat(results.path("completed").asInt()).isEqualTo(2);
        assertThat(results.path("samples").asInt()).isEqualTo(2);
        JsonNode neighbour = results.at("/images/0");
        assertThat(neighbour.path("ssim").isNumber()).isTrue();
        assertThat(neighbour.has("notes")).isFalse();
        JsonNode icon = results.at("/images/1");
        assertThat(icon.path("psnr").isNumber()).isTrue();
        assertThat(icon.path("psnrHole").isNumber()).isTrue();
        assertThat(icon.has("ssim")).isFalse();
        assertThat(icon.at("/notes/0").asText()).startsWith("SSIM is undefined");
        assertThat(text(results.at("/report/0").asText())).contains("SSIM is undefined");
        assertThat(text(results.at("/report/1").asText())).contains("SSIM is undefined");
    }

    @Test
    void aJobOfWhichNoPictureCouldBeCompletedFailsAndItsReportSaysWhy() throws Exception {
        put("images/broken.png", new byte[] {1, 2, 3});
        put("masks/broken.png", mask(20, 20, (row, column) -> row < 8 ? 255 : 0));
        put("images/unlike.png", picture(20, 20, 1));
        put("masks/unlike.png", mask(21, 20, (row, column) -> row < 8 ? 255 : 0));
        list(true);

        merge(2, null, complete(2, null));
        JobEvent.Failed failed = broker.eventOf(job, 1, JobEvent.Failed.class);

        assertThat(failed.failure().code()).isEqualTo("no-picture-completed");
        assertThat(failed.failure().cause()).isEqualTo(JobFailure.Cause.JOB);
        assertThat(failed.failure().detail())
                .contains("none of the 2 pictures", "image-unreadable (1), mask-unfit (1)", "broken");
        JsonNode results = new ObjectMapper().readTree(completions.read(failed.resultKey()));
        assertThat(results.path("refused").asInt()).isEqualTo(2);
        assertThat(text(results.at("/report/0").asText())).contains("0 of 2 completed", "unlike");
    }

    @Test
    void aCompletedPictureThatWasDamagedIsMissingFromTheReportAlone() throws Exception {
        put("images/a.png", picture(20, 20, 1));
        put("masks/a.png", mask(20, 20, (row, column) -> row < 8 ? 255 : 0));
        put("images/b.png", picture(20, 20, 2));
        put("masks/b.png", mask(20, 20, (row, column) -> row < 8 ? 255 : 0));
        list(true);
        String part = complete(2, null);
        damage(completions.imageKey(TeamId.DEFAULT, job, 0));

        merge(2, null, part);
        JobEvent.Succeeded succeeded = broker.eventOf(job, 1, JobEvent.Succeeded.class);

        JsonNode results = new ObjectMapper().readTree(completions.read(succeeded.resultKey()));
        assertThat(results.path("completed").asInt()).isEqualTo(2);
        assertThat(text(results.at("/report/0").asText()).split("<span>completed</span>", -1))
                .hasSize(2);
    }

    @Test
    void aFeathersPixelsAreMixedButWereNotMissing() throws Exception {
        for (String folder : List.of("images/", "truth/")) {
            put(folder + "a.png", picture(40, 40, 1));
        }
        put("masks/a.png", mask(40, 40, (row, column) -> isInside(row, column) ? 255 : 0));
        list(true);

        JsonNode results = completedAndMerged(1, null, original());

        // Grown by a pixel to all sides but the corners'; the feather's two are not counted.
        assertThat(results.at("/images/0/missing").asInt()).isEqualTo(18 * 18 - 4);
        assertThat(results.at("/images/0/psnrHole").isNumber()).isTrue();
    }

    @Test
    void dustIsFilledWithWhatIsAroundItAndTheNoteSaysSo() throws Exception {
        put("images/a.png", picture(200, 200, 1));
        put("masks/a.png", mask(200, 200, (row, column) -> row % 2 == 0 && column % 2 == 0 ? 255 : 0));
        list(true);

        JsonNode results = completedAndMerged(1, null);

        assertThat(results.at("/images/0/missing").asInt()).isEqualTo(10_000);
        assertThat(results.at("/images/0/notes").toString())
                .contains("finer than the networks see")
                .doesNotContain("nothing is visible");
        assertFilled(0, picture(200, 200, 1), (row, column) -> row % 2 == 0 && column % 2 == 0 ? 1 : 0);
    }

    @Test
    void aMaskThatCameAsAnImageHidesWhatIsWhite() throws Exception {
        put("only.png", picture(32, 32, 5));
        list(false);
        byte[] mask = mask(32, 32, (row, column) -> row < 5 ? 255 : 0);

        JsonNode results = completedAndMerged(1, MaskRecipe.image(mask));

        assertThat(results.at("/images/0/missing").asInt()).isEqualTo(160);
        assertFilled(0, picture(32, 32, 5), (row, column) -> row < 5 ? 1 : 0);
    }

    private String complete(int count, MaskRecipe mask) {
        return complete(count, mask, SETTINGS);
    }

    private String complete(int count, MaskRecipe mask, CompletionSettings settings) {
        PictureRange all = new PictureRange(0, count);
        broker.send(
                Topics.COMPLETION_TASKS,
                new CompletePictures(job, TeamId.DEFAULT, 0, 1, all, checkpoint, mask, settings, 42, null));
        return broker.eventOf(job, 0, JobEvent.TaskFinished.class).resultKey();
    }

    private void merge(int count, MaskRecipe mask, String part) {
        merge(count, mask, part, SETTINGS);
    }

    private void merge(int count, MaskRecipe mask, String part, CompletionSettings settings) {
        PictureRange all = new PictureRange(0, count);
        broker.send(
                Topics.COMPLETION_TASKS,
                new MergePictures(job, TeamId.DEFAULT, 1, 1, all, checkpoint, mask, settings, List.of(part), null));
    }

    @Test
    void picturesComeBackInTheFormThatTheyCameIn() throws Exception {
        for (String kind : List.of("rgba", "rgb16", "icc")) {
            Map<String, byte[]> sent = SampleCases.files("fidelity-" + kind + ".zip");
            put("images/" + kind + ".png", sent.get("images/a.png"));
            put("masks/" + kind + ".png", sent.get("masks/a.png"));
        }
        Map<String, byte[]> junk = SampleCases.files("jpeg-junk.zip");
        for (String name : List.of("half", "restart")) {
            put("images/" + name + ".jpg", junk.get("images/" + name + ".jpg"));
            put("masks/" + name + ".png", junk.get("masks/" + name + ".png"));
        }
        put(
                "images/transparent.png",
                SampleCases.files("mask-transparent-canvas.zip").get("images/a.png"));
        put(
                "masks/transparent.png",
                SampleCases.files("mask-transparent-canvas.zip").get("masks/a.png"));
        list(true);

        JsonNode results = completedAndMerged(6, null, original());

        assertThat(results.path("completed").asInt()).isEqualTo(6);
        assertThat(results.at("/images/0/notes/1").asText()).contains("of its 48 rows");
        assertThat(stored(0).format()).isEqualTo(ImageFormat.JPEG);
        assertThat(stored(1).profile()).isPresent();
        assertThat(stored(1).format()).isEqualTo(ImageFormat.PNG);
        assertThat(stored(2).format()).isEqualTo(ImageFormat.JPEG);
        assertThat(stored(3).samples().bits()).isEqualTo(16);
        assertThat(stored(4).samples().hasOpacity()).isTrue();
        assertThat(results.at("/images/5/missing").asInt()).isBetween(1, 48 * 64 / 2);
    }

    @Test
    void picturesAreBlendedByPoissonsEquationUnlessTheyAreToBePasted() throws Exception {
        int side = 48;
        byte[] hidden = mask(side, side, (row, column) -> isInside(row, column) ? 255 : 0);
        put("images/plain.png", plain(side));
        put("masks/plain.png", hidden);
        list(true);
        complete(1, null);
        JobId other = JobId.random();
        new PictureLists(objects)
                .write(TeamId.DEFAULT, other, PictureFolder.pictures(objects, ObjectPath.parseFolder(prefix), true));
        broker.send(
                Topics.COMPLETION_TASKS,
                new CompletePictures(
                        other, TeamId.DEFAULT, 0, 1, new PictureRange(0, 1), checkpoint, null, pasted(), 42, null));
        broker.eventOf(other, 0, JobEvent.TaskFinished.class);

        PixelImage blended = completed(0);
        String key = completions.imageKey(TeamId.DEFAULT, other, 0);
        PixelImage pasted = new ImageDecoder(ImageLimits.DEFAULT).decode(key, completions.read(key));

        // The networks are not trained: what they make has nothing to do with the colour around it.
        assertThat(stepAtTheEdge(blended)).isLessThan(8);
        assertThat(stepAtTheEdge(pasted)).isGreaterThan(25);
    }

    private static boolean isInside(int row, int column) {
        return row >= 16 && row < 32 && column >= 16 && column < 32;
    }

    private static PixelImage plain(int side) {
        byte[] rgb = new byte[side * side * PixelImage.CHANNELS];
        Arrays.fill(rgb, (byte) 250);
        return new PixelImage(side, side, rgb);
    }

    /** The mean difference between a missing pixel at the hole's upper edge and the visible one above it. */
    private static double stepAtTheEdge(PixelImage image) {
        double sum = 0;
        for (int column = 16; column < 32; column++) {
            sum += Math.abs(image.sample(16, column, 1) - image.sample(15, column, 1));
        }
        return sum / 16;
    }

    private static CompletionSettings pasted() {
        return SETTINGS.blendedBy(CompletionSettings.Blending.PASTE);
    }

    private DecodedPicture stored(int number) throws Exception {
        String key = completions.storedImageKey(TeamId.DEFAULT, job, number);
        return new ImageDecoder(ImageLimits.DEFAULT).open(key, completions.read(key), () -> false);
    }

    @Test
    void blackIsMissingWhereTheJobSaysSoAndAMaskOfATurnedPhotoHasToBeTurnedToo() throws Exception {
        put("images/a.png", picture(32, 32, 5));
        put("masks/a.png", mask(32, 32, (row, column) -> row < 5 ? 0 : 255));
        put("images/b.jpg", turnedJpeg(30, 20));
        put("masks/b.png", mask(30, 20, (row, column) -> row < 5 ? 0 : 255));
        list(true);

        JsonNode results = completedAndMerged(2, null, inverted());

        assertThat(results.at("/images/0/missing").asInt()).isEqualTo(160);
        assertFilled(0, picture(32, 32, 5), (row, column) -> row < 5 ? 1 : 0);
        assertThat(results.at("/images/1/reason").asText())
                .contains(
                        "the mask has 20x30 pixels (width by height), the picture 30x20 as EXIF's orientation turns it");
    }

    /** A JPEG that is stored lying on its side. */
    private static byte[] turnedJpeg(int height, int width) throws Exception {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", jpeg))
                .isTrue();
        byte[] exif = HexFormat.of()
                .parseHex("ffe1" + "0022" + "457869660000" + "4d4d002a00000008" + "0001" + "01120003000000010006"
                        + "0000" + "00000000");
        ByteArrayOutputStream turned = new ByteArrayOutputStream();
        turned.write(jpeg.toByteArray(), 0, 2);
        turned.writeBytes(exif);
        turned.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return turned.toByteArray();
    }

    private static CompletionSettings inverted() {
        return new CompletionSettings(
                0.1,
                3,
                0.05,
                Start.ENCODER,
                null,
                null,
                null,
                null,
                null,
                null,
                CompletionSettings.Blending.PASTE,
                null,
                null,
                null,
                null,
                true);
    }

    private static CompletionSettings original() {
        return new CompletionSettings(
                0.1,
                3,
                0.05,
                Start.ENCODER,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                CompletionSettings.Output.ORIGINAL,
                null,
                1,
                2,
                null);
    }

    private JsonNode completedAndMerged(int count, MaskRecipe mask) throws Exception {
        return completedAndMerged(count, mask, SETTINGS);
    }

    private JsonNode completedAndMerged(int count, MaskRecipe mask, CompletionSettings settings) throws Exception {
        merge(count, mask, complete(count, mask, settings), settings);
        JobEvent.Succeeded succeeded = broker.eventOf(job, 1, JobEvent.Succeeded.class);
        return new ObjectMapper().readTree(completions.read(succeeded.resultKey()));
    }

    private void assertFilled(int number, PixelImage damaged, IntBinaryOperator hidden) throws Exception {
        PixelImage completed = completed(number);
        int changed = 0;
        for (int row = 0; row < damaged.height(); row++) {
            for (int column = 0; column < damaged.width(); column++) {
                boolean same = completed.sample(row, column, 0) == damaged.sample(row, column, 0)
                        && completed.sample(row, column, 1) == damaged.sample(row, column, 1)
                        && completed.sample(row, column, 2) == damaged.sample(row, column, 2);
                assertThat(same || hidden.applyAsInt(row, column) == 1).isTrue();
                changed += same ? 0 : 1;
            }
        }
        assertThat(changed).isPositive();
    }

    private String text(String key) {
        return new String(completions.read(key), StandardCharsets.UTF_8);
    }

    private PixelImage completed(int number) throws Exception {
        String key = completions.imageKey(TeamId.DEFAULT, job, number);
        return new ImageDecoder(ImageLimits.DEFAULT).decode(key, completions.read(key));
    }

    private void list(boolean masked) throws Exception {
        new PictureLists(objects)
                .write(TeamId.DEFAULT, job, PictureFolder.pictures(objects, ObjectPath.parseFolder(prefix), masked));
    }

    private void unpack(byte[] archive) throws Exception {
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                put(file.getName(), files.readAllBytes());
            }
        }
    }

    private void put(String path, PixelImage image) {
        put(path, PngEncoder.encode(image));
    }

    private void putDamaged(String path, byte[] file) throws Exception {
        putDamagedAt(prefix + path, file);
    }

    private void damage(String key) throws Exception {
        putDamagedAt(key, completions.read(key));
    }

    /** With one bit flipped since its hash was written. */
    private void putDamagedAt(String key, byte[] file) throws Exception {
        byte[] damaged = file.clone();
        damaged[file.length / 2] ^= 1;
        HttpRequest request = HttpRequest.newBuilder(objects.writeAddress(key, Duration.ofMinutes(1)))
                .header("x-amz-meta-sha256", ContentHash.of(file).hex())
                .PUT(HttpRequest.BodyPublishers.ofByteArray(damaged))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void put(String path, byte[] file) {
        objects.put(prefix + path, file, "application/octet-stream");
    }

    private static PixelImage picture(int height, int width, int number) {
        byte[] rgb = new byte[height * width * PixelImage.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) ((i / PixelImage.CHANNELS % width * 2 + i % PixelImage.CHANNELS * 40 + number * 31) % 256);
        }
        return new PixelImage(height, width, rgb);
    }

    /** A grey image of brightness 0 to 255. */
    private static byte[] mask(int height, int width, IntBinaryOperator brightness) {
        byte[] rgb = new byte[height * width * PixelImage.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / PixelImage.CHANNELS;
            rgb[i] = (byte) brightness.applyAsInt(pixel / width, pixel % width);
        }
        return PngEncoder.encode(new PixelImage(height, width, rgb));
    }
}
