package dev.gangway.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.record.RunRecordStore;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class TrainingRecordTest {

    private final GatewayApi gateway;
    private final RunRecordStore records;
    private JobId job;

    TrainingRecordTest(GatewayApi gateway, RunRecordStore records) {
        this.gateway = gateway;
        this.records = records;
    }

    @BeforeEach
    void submit() {
        job = gateway.aTrainingJob();
    }

    @Test
    void filesAreListedPageByPage() {
        write("curves.json", "{}");
        write("plots/gap.png", "png");
        write("stages.json", "[]");

        String next = given().get(record() + "?limit=2")
                .then()
                .statusCode(200)
                .body("items.path", contains("curves.json", "plots/gap.png"))
                .body("items[1].size", equalTo(3))
                .body("items[1].contentType", equalTo("image/png"))
                .body("items[1].links.self", equalTo(record() + "/plots/gap.png"))
                .extract()
                .path("next");
        given().get(record() + "?limit=2&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.path", contains("stages.json"))
                .body("next", nullValue());
    }

    @Test
    void aFileIsHandedOutWithItsType() {
        write("plots/gap.png", "a picture");
        write("curves.csv", "stage,step\n");

        byte[] picture = given().get(record() + "/plots/gap.png")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
        assertThat(picture).isEqualTo("a picture".getBytes(UTF_8));
        given().get(record() + "/curves.csv").then().statusCode(200).contentType("text/csv");
    }

    @Test
    void aJobThatHasNotBegunHasNoFiles() {
        given().get(record()).then().statusCode(200).body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "plots/gap.png, 404",
        "plots/gap.png.json, 404",
        "../head.json, 400",
        "..%2Fhead.json, 400",
        "%2e%2e/%2e%2e/head.json, 400",
        "plots/../../head.json, 400",
        "plots%2F..%2F..%2Fhead.json, 400"
    })
    void aFileThatIsNotThereIsNotFoundAndAWayElsewhereIsRefused(String path, int status) {
        given().urlEncodingEnabled(false)
                .get(record() + "/" + path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void aJobThatIsNotThereHasNoRecord() {
        given().get("/v1/training-jobs/" + UUID.randomUUID() + "/record")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-job"));
    }

    private String record() {
        return "/v1/training-jobs/" + job + "/record";
    }

    private void write(String path, String content) {
        records.put(new CheckpointLine(TeamId.DEFAULT, "faces", job), 1, path, content.getBytes(UTF_8));
    }
}
