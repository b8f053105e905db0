package dev.gangway.gateway;

import static dev.gangway.gateway.GatewayApi.freshName;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.gangway.artifacts.archive.Archives;
import dev.gangway.artifacts.archive.MemoryRoom;
import dev.gangway.artifacts.dataset.DatasetReader;
import dev.gangway.artifacts.dataset.Preparation;
import dev.gangway.artifacts.dataset.SplitRule;
import dev.gangway.artifacts.dataset.SplitShares;
import dev.gangway.artifacts.image.Crop;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class DatasetImportTest {

    private final ObjectStore store;
    private final Archives archives;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String name = freshName("set");

    DatasetImportTest(ObjectStore store, Archives archives) {
        this.store = store;
        this.archives = archives;
    }

    @Test
    void anArchiveBecomesADatasetAndTheNextOneItsNextVersion() {
        files.put("train/a.png", picture(40, 30));
        files.put("train/b.png", picture(32, 32));
        files.put("validation/c.png", picture(64, 64));
        files.put("test/d.png", picture(32, 32));
        send(name, archive())
                .statusCode(201)
                .header("Location", endsWith("/v1/datasets/" + name + "/versions/1"))
                .body("images.train", equalTo(2))
                .body("images.validation", equalTo(1))
                .body("images.test", equalTo(1))
                .body("imageSize", equalTo(32));
        send(name, archive()).statusCode(201).body("version", equalTo(2));
        given().get("/v1/datasets/" + name)
                .then()
                .statusCode(200)
                .body("items.version", equalTo(java.util.List.of(2, 1)));
        given().get("/v1/datasets/" + name + "/versions/1").then().statusCode(200);

        DatasetReader reader = new DatasetReader(store);
        var manifest = reader.manifest(new DatasetReference(TeamId.DEFAULT, name, 1));
        assertThat(manifest.count(Split.TRAIN)).isEqualTo(2);
    }

    @Test
    void facesAreCutOutAndPeopleStayTogether() {
        for (int image = 0; image < 20; image++) {
            files.put("img_align_celeba/%06d.jpg".formatted(image), picture(89, 109));
        }
        files.put("identity_CelebA.txt", lines(20, image -> "%06d.jpg %d".formatted(image, image / 2)));
        given().contentType("application/zip")
                .queryParam("name", name)
                .queryParam("size", 64)
                .queryParam("crop", "12,30,64,64")
                .queryParam("shares", "60,20,20")
                .queryParam("seed", 7)
                .body(archive())
                .post("/v1/datasets")
                .then()
                .statusCode(201)
                .body("images.train", equalTo(12))
                .body("images.validation", equalTo(4))
                .body("images.test", equalTo(4));

        Preparation preparation = new DatasetReader(store)
                .manifest(new DatasetReference(TeamId.DEFAULT, name, 1))
                .preparation();
        assertThat(preparation.crop()).isEqualTo(new Crop(12, 30, 64, 64));
        assertThat(preparation.split())
                .isEqualTo(new SplitRule(
                        SplitRule.By.HASH_OF_PERSON,
                        new SplitShares(60, 20, 20, 7),
                        SplitRule.Identities.DISJOINT,
                        preparation.split().why()));
        assertThat(preparation.split().why())
                .endsWith("a hash of each person decides: 12 training, 4 validation and 4 test images");
    }

    @Test
    void aSplitFileThatPutsAPersonIntoTwoSplitsIsRefusedWithItsLine() {
        files.put("a.png", picture(32, 32));
        files.put("b.png", picture(32, 32));
        files.put("split.csv", "a.png,train\nb.png,test\n".getBytes(StandardCharsets.UTF_8));
        files.put("identity.csv", "a.png,ann\nb.png,ann\n".getBytes(StandardCharsets.UTF_8));
        send(name, archive())
                .statusCode(422)
                .body("errors[0].field", equalTo("identity.csv"))
                .body("detail", containsString("line 2 puts person ann into two splits"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crop|1,2,3",
                "crop|1,2,3,0",
                "crop|a,b,c,d",
                "shares|80,10",
                "shares|90,10,10",
                "seed|x",
                "size|48"
            })
    void aParameterThatMakesNoSenseIsNamed(String parameter, String value) {
        files.put("train/a.png", picture(32, 32));
        given().contentType("application/zip")
                .queryParam("name", name)
                .queryParam(parameter, value)
                .body(archive())
                .post("/v1/datasets")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(parameter));
    }

    @Test
    void aBrokenImageIsNamedAndNothingStays() {
        files.put("train/good.png", picture(32, 32));
        files.put("train/broken.png", "no image".getBytes(StandardCharsets.UTF_8));
        send(name, archive())
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("archive-refused"))
                .body("errors[0].field", equalTo("train/broken.png"))
                .body("detail", containsString("train/broken.png"));
        assertThat(store.list("datasets/default/" + name + "/")).isEmpty();
        given().get("/v1/datasets/" + name).then().statusCode(404);
    }

    @Test
    void anArchiveIsSentAgainLaterWhenOthersTakeTheMemoryThatItNeeds() {
        files.put("train/a.png", picture(32, 32));
        files.put("test/b.png", picture(32, 32));
        MemoryRoom room = archives.room();
        try (MemoryRoom.Place others = room.enter(room.bytes() - 1_000)) {
            send(name, archive())
                    .statusCode(503)
                    .header("Retry-After", "30")
                    .body("code", equalTo("saturated"))
                    .body("detail", containsString("others take too much"));
            sendPictures().statusCode(503).body("code", equalTo("saturated"));
            assertThat(store.list("datasets/default/" + name + "/")).isEmpty();
            others.add(0);
        }
        send(name, archive()).statusCode(201).body("version", equalTo(1));
        sendPictures().statusCode(201);
    }

    @Test
    void nothingIsNoArchive() {
        send(name, new byte[0]).statusCode(422).body("code", equalTo("archive-refused"));
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        send(name, "no archive".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", equalTo("archive-refused"))
                .body("errors[0].field", equalTo("archive"));
    }

    @Test
    void anArchiveThatIsTooLargeIsRefusedAndNothingStays() {
        send(name, new byte[1_000_001])
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("body-too-large"));
        assertThat(store.list("datasets/default/" + name + "/")).isEmpty();
    }

    @Test
    void aMisspeltNameIsRefused() {
        files.put("train/a.png", picture(32, 32));
        send("No Name", archive()).statusCode(400).body("code", equalTo("parameter-invalid"));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        given().contentType("application/gzip")
                .body(new byte[] {1})
                .post("/v1/datasets?name=" + name)
                .then()
                .statusCode(415)
                .body("code", equalTo("media-type-unsupported"));
    }

    private static ValidatableResponse send(String name, byte[] archive) {
        return given().contentType("application/zip")
                .queryParam("name", name)
                .queryParam("size", 32)
                .body(archive)
                .post("/v1/datasets")
                .then();
    }

    private ValidatableResponse sendPictures() {
        return given().multiPart("image", "a.png", Arrays.copyOf(picture(32, 32), 2_000), "image/png")
                .post("/v1/uploads")
                .then();
    }

    private byte[] archive() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count)
                .mapToObj(line)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] picture(int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
