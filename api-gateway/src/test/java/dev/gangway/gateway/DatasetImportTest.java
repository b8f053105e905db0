package dev.gangway.gateway;

import static dev.gangway.gateway.GatewayApi.freshName;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.gangway.artifacts.dataset.DatasetReader;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class DatasetImportTest {

    private final ObjectStore store;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String name = freshName("set");

    DatasetImportTest(ObjectStore store) {
        this.store = store;
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
    void aMisspeltNameOrAnotherSizeIsRefused() {
        files.put("train/a.png", picture(32, 32));
        send("No Name", archive()).statusCode(400).body("code", equalTo("parameter-invalid"));
        given().contentType("application/zip")
                .queryParam("name", name)
                .queryParam("size", 48)
                .body(archive())
                .post("/v1/datasets")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("size"));
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
