package dev.gangway.gateway;

import static dev.gangway.gateway.GatewayApi.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.artifacts.picture.Picture;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.Topics;
import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.completion.CompletionTask.CompletePictures;
import dev.gangway.contracts.completion.CompletionTask.MergePictures;
import dev.gangway.contracts.completion.CompletionTask.PictureRange;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.testing.SampleCases;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class PictureJobTest {

    private final GatewayApi gateway;
    private final ObjectStore store;
    private final PictureLists lists;
    private final CompletedImageStore completions;
    private Broker broker;
    private CheckpointId checkpoint;

    PictureJobTest(GatewayApi gateway, ObjectStore store, PictureLists lists, CompletedImageStore completions) {
        this.gateway = gateway;
        this.store = store;
        this.lists = lists;
        this.completions = completions;
    }

    @BeforeEach
    void trainModel() {
        broker = gateway.broker();
        Worker trainer = gateway.aRunningTrainingJob(broker, 1);
        checkpoint = trainer.writes(1, StageKind.CRITIC, 15, true);
        trainer.succeeds("manifest");
        gateway.awaitState(trainer.job(), JobState.SUCCEEDED);
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void anArchiveOfPicturesIsCompletedInTasksAndWhatFailedIsCounted() {
        Stream<String> images = IntStream.range(0, 70).mapToObj("pack/images/%03d.png"::formatted);
        String upload = sent(archive(Stream.concat(images, Stream.of("pack/mask.png"))));

        JobId id = gateway.submitted("completion-jobs", ofUpload(upload, ""));
        CompletePictures first = (CompletePictures) broker.await(Topics.COMPLETION_TASKS, id, CompletionTask.class, 2)
                .get(0);
        assertThat(first.pictures()).isEqualTo(new PictureRange(0, 64));
        assertThat(first.mask()).isNull();
        assertThat(first.settings().blending()).isEqualTo(CompletionSettings.Blending.POISSON);
        assertThat(lists.read(TeamId.DEFAULT, id, new PictureRange(69, 1)))
                .extracting(Picture::name)
                .containsExactly("069");

        Worker one = gateway.claimed(broker, id, 1);
        new Worker(broker, id, 1, 1).starts().finishesTask(4, 2, "second");
        one.finishesTask(64, 0, "first");
        MergePictures merge = (MergePictures) broker.await(Topics.COMPLETION_TASKS, id, CompletionTask.class, 3)
                .get(2);
        assertThat(merge.parts()).containsExactly(one.figures("first"), new Worker(broker, id, 1, 1).figures("second"));
        assertThat(merge.pictures()).isEqualTo(new PictureRange(0, 70));
        JsonPath job = gateway.show(id);
        assertThat(job.getInt("progress.images")).isEqualTo(70);
        assertThat(job.getInt("progress.failed")).isEqualTo(2);
        assertThat(job.getString("pictures")).isEqualTo("uploads/default/" + upload + "/");
        assertThat(job.getInt("images")).isEqualTo(70);

        completions.putImage(TeamId.DEFAULT, id, 69, new PixelImage(1, 1, new byte[3]));
        given().get("/v1/completion-jobs/" + id + "/images/69").then().statusCode(200);
        given().get("/v1/completion-jobs/" + id + "/images/70").then().statusCode(404);
    }

    @Test
    void singleFilesAreTakenInAForm() {
        String upload = given().multiPart("image", "attic.jpg", new byte[] {1}, "image/jpeg")
                .multiPart("image", "cellar.png", new byte[] {2}, "image/png")
                .multiPart("mask", "attic.png", new byte[] {3}, "image/png")
                .multiPart("common-mask", "any.png", new byte[] {4}, "image/png")
                .post("/v1/uploads")
                .then()
                .statusCode(201)
                .body("files", equalTo(4))
                .body("bytes", equalTo(4))
                .extract()
                .path("id");

        given().get("/v1/uploads/" + upload + "/files?limit=3")
                .then()
                .statusCode(200)
                .body("items.path", equalTo(List.of("images/attic.jpg", "images/cellar.png", "mask.png")));
        JsonPath page = given().get("/v1/uploads/" + upload + "/files?limit=3").jsonPath();
        given().get("/v1/uploads/" + upload + "/files?limit=3&cursor=" + page.getString("next"))
                .then()
                .body("items.path", equalTo(List.of("masks/attic.png")));
        JobId id = gateway.submitted("completion-jobs", ofUpload(upload, ""));

        given().delete("/v1/uploads/" + upload)
                .then()
                .statusCode(409)
                .body("code", equalTo("upload-in-use"))
                .body("detail", containsString(id.toString()));
        given().get("/v1/uploads/" + upload).then().body("files", equalTo(4));
        gateway.claimed(broker, id, 1).fails("too-bad", JobFailure.Cause.JOB);
        gateway.awaitState(id, JobState.FAILED);
        given().delete("/v1/uploads/" + upload).then().statusCode(204);
        given().get("/v1/uploads/" + upload).then().statusCode(404).body("code", equalTo("unknown-upload"));
    }

    @Test
    void announcedFilesAreSentToTheStoreItself() throws Exception {
        JsonPath announced = json("{\"files\": [\"images/a.png\", \"mask.png\"]}")
                .post("/v1/uploads")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/uploads/"))
                .body("files", equalTo(0))
                .extract()
                .jsonPath();
        String upload = announced.getString("id");
        for (Object address : announced.getMap("addresses").values()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address.toString()))
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[] {1, 2}))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }

        given().get("/v1/uploads/" + upload).then().body("files", equalTo(2)).body("bytes", equalTo(4));
        gateway.submit("completion-jobs", ofUpload(upload, "")).statusCode(202);
        json("{\"files\": [\"images/b.png\"]}")
                .post("/v1/uploads/" + upload + "/addresses")
                .then()
                .statusCode(200)
                .body("addresses.size()", equalTo(1));
    }

    @Test
    void whatLiesUnderAPrefixIsCompletedBehindTheJobsOwnMask() {
        String prefix = "uploads/default/by-hand-" + UUID.randomUUID() + "/";
        store.put(prefix + "a.png", new byte[] {1}, "image/png");

        JobId id = gateway.submitted(
                "completion-jobs",
                ofPictures(
                        "{\"prefix\": \"" + prefix + "\"}",
                        ", \"mask\": {\"kind\": \"centre-square\", \"percent\": 25}"));

        CompletePictures task = (CompletePictures) broker.await(Topics.COMPLETION_TASKS, id, CompletionTask.class, 1)
                .get(0);
        assertThat(task.mask()).isEqualTo(MaskRecipe.centreSquare(25));
    }

    @Test
    void aMaskThatIsAnImageIsLookedAtBeforeAnythingIsDone() {
        String prefix = "uploads/default/masked-" + UUID.randomUUID() + "/";
        store.put(prefix + "a.png", new byte[] {1}, "image/png");
        String pictures = "{\"prefix\": \"" + prefix + "\"}";

        gateway.submit("completion-jobs", ofPictures(pictures, maskOf(32, 7))).statusCode(202);
        gateway.submit("completion-jobs", ofPictures(pictures, maskOf(30, 7)))
                .statusCode(422)
                .body("code", equalTo("mask-refused"))
                .body("detail", containsString("has 30x30 pixels, but the networks take images of 32x32"));
        gateway.submit("completion-jobs", ofPictures(pictures, maskOf(32, 0)))
                .statusCode(422)
                .body("detail", containsString("hides nothing"));
        gateway.submit("completion-jobs", ofPictures(pictures, maskOf(32, 32)))
                .statusCode(422)
                .body("detail", containsString("hides everything"));
        gateway.submit(
                        "completion-jobs",
                        ofPictures(pictures, ", \"mask\": {\"kind\": \"image\", \"image\": \"bm8gaW1hZ2U=\"}"))
                .statusCode(422)
                .body("errors[0].field", equalTo("mask.image"));
    }

    @Test
    void whatFitsNowhereIsToldOfByTheUploadAndByTheJobAndTheOthersAreCompleted() {
        String files =
                "p/images/a.png p/masks/a.png p/images/b.png p/masks/c.png p/readme.txt p/images/Thumbs.db p/images//d.png";
        String upload = sent(archive(Stream.of(files.split(" ", -1))));

        given().get("/v1/uploads/" + upload)
                .then()
                .body("files", equalTo(5))
                .body("leftOut.name", equalTo(List.of("p/images//d.png")))
                .body("leftOut.code", equalTo(List.of("name-unusable")))
                .body("notices.code", equalTo(List.of("hidden-files")))
                .body("notices[0].files", equalTo(1))
                .body("notices[0].names", equalTo(List.of("p/images/Thumbs.db")));
        JobId id = gateway.submitted("completion-jobs", ofUpload(upload, ""));
        JsonPath job = gateway.show(id);
        assertThat(job.getInt("images")).isEqualTo(1);
        assertThat(job.getInt("leftOut.count")).isEqualTo(4);
        assertThat(job.getList("leftOut.files.code"))
                .containsExactlyInAnyOrder("name-unusable", "not-a-picture", "picture-missing", "mask-missing");
        assertThat(job.getList("leftOut.notices.code")).containsExactly("hidden-files");
        assertThat(lists.leftOut(TeamId.DEFAULT, id).leftOut()).hasSize(4);
    }

    @Test
    void onlyAnUploadWithNothingToCompleteIsRefusedAndSaysWhatItHolds() {
        String upload = sent(archive(Stream.of("images/b.png", "masks/a.png", "readme.txt")));

        gateway.submit("completion-jobs", ofUpload(upload, ""))
                .statusCode(422)
                .body("code", equalTo("pictures-refused"))
                .body("errors[0].field", equalTo("pictures"))
                .body("detail", containsString("images/b.png has no mask"))
                .body("detail", containsString("masks/a.png is a mask, and there is no picture of the name a"))
                .body("detail", containsString("readme.txt is no picture"));
        given().contentType("application/zip")
                .body(archive(Stream.of(".DS_Store", "__MACOSX/._a.png")))
                .post("/v1/uploads")
                .then()
                .statusCode(422)
                .body("code", equalTo("archive-refused"))
                .body("detail", containsString("__MACOSX/._a.png"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/zip",
                "application/x-zip-compressed",
                "application/x-zip",
                "application/octet-stream"
            })
    void anArchiveIsKnownByWhatItHoldsWhateverItsTypeIsCalled(String type) {
        given().contentType(type)
                .body(archive(Stream.of("images/a.png", "mask.png")))
                .post("/v1/uploads")
                .then()
                .statusCode(201);
        given().contentType(type)
                .body("no archive".getBytes(StandardCharsets.US_ASCII))
                .post("/v1/datasets?name=none")
                .then()
                .statusCode(422)
                .body("code", equalTo("archive-refused"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip-backslash", "zip-colon", "zip-cp437", "zip-nfd", "upload-desktop-ini", "tiny-picture"})
    void archivesAsPeopleMakeThemAreTaken(String sample) {
        String upload = sent(SampleCases.read(sample + ".zip"));

        JobId id = gateway.submitted("completion-jobs", ofUpload(upload, ""));

        assertThat(gateway.show(id).getList("leftOut.files")).isNullOrEmpty();
    }

    @Test
    void anArchiveThatMeansHarmLeavesNothing() {
        given().contentType("application/zip")
                .body(archive(Stream.of("images/ok.png", "../a.png")))
                .post("/v1/uploads")
                .then()
                .statusCode(422)
                .body("code", equalTo("archive-refused"))
                .body("detail", containsString("../a.png: the name leads out of the archive"));
    }

    @Test
    void whatIsNoArchiveOrTooLargeIsRefused() {
        given().contentType("application/zip")
                .body(new byte[] {1, 2, 3})
                .post("/v1/uploads")
                .then()
                .statusCode(422)
                .body("code", equalTo("archive-refused"));
        for (String address : List.of("/v1/uploads", "/v1/uploads/")) {
            given().contentType("application/zip")
                    .body(new byte[1_000_001])
                    .post(address)
                    .then()
                    .statusCode(413);
        }
        json("{\"files\": [\"a.png\", \"/a.png\", \"a.png\"]}")
                .post("/v1/uploads")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("files[1]", "files[2]")));
        json("{}").post("/v1/uploads").then().statusCode(422).body("code", equalTo("validation-failed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"pictures\": {\"prefix\": \"datasets/default/\"} | prefix-not-allowed | pictures.prefix",
                "\"pictures\": {\"prefix\": \"uploads/default/x\"} | prefix-not-allowed | pictures.prefix",
                "\"pictures\": {} | validation-failed | pictures",
                "\"pictures\": {\"prefix\": \"uploads/default/x/\"}, \"images\": 5 | validation-failed | images",
                "\"pictures\": {\"prefix\": \"uploads/default/x/\"}, \"split\": \"test\" | validation-failed | split",
                "\"pictures\": {\"prefix\": \"uploads/default/x/\"}, \"dataset\": \"cifar\" | validation-failed | dataset",
                "\"seed\": 1 | validation-failed | dataset",
            })
    void aJobIsEitherOfADatasetOrOfPictures(String part, String code, String field) {
        gateway.submit("completion-jobs", "{\"checkpoint\": \"" + checkpoint + "\", " + part + "}")
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors.field", equalTo(List.of(field)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uploads/default/../../ | must not have the part ..",
                "uploads/default/x/../y/ | must not have the part ..",
                "uploads/default/x/./ | must not have the part .",
                "uploads/default//x/ | must not have an empty part",
                "uploads/default/x// | must not have an empty part",
                "/uploads/default/x/ | must not have an empty part",
                "uploads/default/x | must end with a slash",
                "uploads/default/ | must lie within uploads/default/ or a prefix that the operator allows",
                "uploads/default-2/x/ | must lie within uploads/default/ or a prefix that the operator allows",
                "checkpoints/default/ | must lie within uploads/default/ or a prefix that the operator allows",
                "uploads/default/a\\\\b/ | must not hold a backslash",
            })
    void aPrefixThatLeavesTheTeamsFoldersIsRefusedWithTheReason(String prefix, String reason) {
        gateway.submit("completion-jobs", ofPictures("{\"prefix\": \"" + prefix + "\"}", ""))
                .statusCode(422)
                .body("code", equalTo("prefix-not-allowed"))
                .body("errors[0].field", equalTo("pictures.prefix"))
                .body("detail", containsString(reason));
    }

    private String sent(byte[] archive) {
        return given().contentType("application/zip")
                .body(archive)
                .post("/v1/uploads")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/uploads/"))
                .extract()
                .path("id");
    }

    private String ofUpload(String upload, String rest) {
        return ofPictures("{\"upload\": \"" + upload + "\"}", rest);
    }

    private String ofPictures(String pictures, String rest) {
        return "{\"checkpoint\": \"" + checkpoint + "\", \"pictures\": " + pictures + rest + "}";
    }

    /** A mask with so many white rows. */
    private static String maskOf(int size, int rows) {
        byte[] rgb = new byte[size * size * PixelImage.CHANNELS];
        Arrays.fill(rgb, 0, rows * size * PixelImage.CHANNELS, (byte) 255);
        String file = Base64.getEncoder().encodeToString(PngEncoder.encode(new PixelImage(size, size, rgb)));
        return ", \"mask\": {\"kind\": \"image\", \"image\": \"" + file + "\"}";
    }

    /** An archive of files of one byte. */
    private static byte[] archive(Stream<String> paths) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String path : paths.toList()) {
                zip.putNextEntry(new ZipEntry(path));
                zip.write(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
