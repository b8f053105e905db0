package dev.gangway.gateway;

import static dev.gangway.gateway.GatewayApi.freshName;
import static dev.gangway.gateway.GatewayApi.json;
import static dev.gangway.gateway.GatewayApi.training;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.repetition.KeyedRequest;
import dev.gangway.gateway.repetition.RequestKeys;
import dev.gangway.gateway.repetition.Reservation.Taken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class IdempotencyTest {

    private static final JobId CANCELLED = JobId.random();

    private final GatewayApi gateway;
    private final RequestKeys keys;
    private final GatewayConfig config;
    private final DataSource database;
    private final String key = freshName("key");

    IdempotencyTest(GatewayApi gateway, RequestKeys keys, GatewayConfig config, DataSource database) {
        this.gateway = gateway;
        this.keys = keys;
        this.config = config;
        this.database = database;
    }

    @Test
    void aSubmissionThatIsRepeatedGetsTheSameAnswerWhateverBecameOfTheJob() {
        String body = training(gateway.aDataset());
        Response first = json(body).header("Idempotency-Key", key).post("/v1/training-jobs");
        gateway.awaitState(JobId.of(first.path("id")), JobState.ADMITTED);
        Response second = json(body).header("Idempotency-Key", key).post("/v1/training-jobs");
        assertSame(first, second, 202);
    }

    @Test
    void anArchiveThatIsSentAgainMakesNoSecondVersion() {
        String name = freshName("set");
        byte[] archive = archive("a.png");
        Response first = dataset(name, archive);
        assertSame(first, dataset(name, archive), 201);
        assertReused(dataset(name, archive("b.png")));
        assertReused(dataset(freshName("set"), archive));
        given().get("/v1/datasets/" + name).then().body("items.size()", equalTo(1));
    }

    @Test
    void anArchiveOfPicturesThatIsSentAgainIsKeptOnce() {
        byte[] archive = archive("images/a.png");
        RequestSpecification request = given().contentType("application/zip").header("Idempotency-Key", key);
        Response first = request.body(archive).post("/v1/uploads");
        assertSame(first, request.body(archive).post("/v1/uploads"), 201);
        assertReused(request.body(archive("images/b.png")).post("/v1/uploads"));
    }

    @Test
    void aFormThatIsSentAgainIsKeptOnceAlthoughItIsSeparatedOtherwise() {
        Response first = form("attic.png", 1);
        assertSame(first, form("attic.png", 1), 201);
        assertReused(form("attic.png", 2));
        assertReused(form("cellar.png", 1));
    }

    @Test
    void aSecretIsAnsweredAgainAndCannotBeReadFromTheDatabase() throws SQLException {
        String secret = freshName("a-secret-of-nobody-elses");
        String webhook = "{\"url\": \"https://example.org/\", \"secret\": \"" + secret + "\"}";
        Response first = json(webhook).header("Idempotency-Key", key).post("/v1/webhooks");
        assertSame(first, json(webhook).header("Idempotency-Key", key).post("/v1/webhooks"), 201);
        assertThat(first.asString()).contains(secret);

        assertThat(keptAnswer()).isNotEmpty().doesNotContain(secret);
        given().delete("/v1/webhooks/" + first.path("id")).then().statusCode(204);
    }

    private String keptAnswer() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT body FROM idempotent_request WHERE key = ?")) {
            select.setString(1, key);
            try (ResultSet rows = select.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return new String(rows.getBytes(1), StandardCharsets.ISO_8859_1);
            }
        }
    }

    @Test
    void anAnnouncementThatIsSentAgainGivesTheSameAddresses() {
        Response first = announced("{\"files\": [\"images/a.png\"]}");
        assertSame(first, announced("{\"files\":   [\"images/a.png\"]}"), 201);
        assertReused(announced("{\"files\": [\"images/b.png\"]}"));
    }

    @Test
    void aCancellationThatIsRepeatedGetsTheSameAnswer() {
        JobId job = gateway.aTrainingJob();
        String address = "/v1/training-jobs/" + job + "/cancel";
        Response first = given().header("Idempotency-Key", key).post(address);
        assertSame(first, given().header("Idempotency-Key", key).post(address), 202);
        assertReused(
                given().header("Idempotency-Key", key).post("/v1/training-jobs/" + gateway.aTrainingJob() + "/cancel"));
    }

    @Test
    void aRequestThatWasRefusedOrFailedLeavesItsKeyFree() {
        given().header("Idempotency-Key", key)
                .post("/v1/training-jobs/" + JobId.random() + "/cancel")
                .then()
                .statusCode(404);
        dataset("No Name", archive("a.png")).then().statusCode(400);
        dataset(freshName("set"), new byte[] {1, 2, 3}).then().statusCode(422);
        dataset(freshName("set"), archive("a.png")).then().statusCode(201);
    }

    @Test
    void whileARequestIsWorkedOnARepetitionIsToldToComeAgain() {
        Taken first = takenForCancellation();
        cancelWithKey()
                .then()
                .statusCode(409)
                .body("code", equalTo("request-in-progress"))
                .header("Retry-After", "1");
        assertReused(given().header("Idempotency-Key", key).post("/v1/training-jobs/" + CANCELLED + "/preempt"));
        keys.free(first);
        cancelWithKey().then().statusCode(404).body("code", equalTo("unknown-job"));
    }

    @Test
    void theKeyOfARequestThatDiedIsFreeWhenItsReservationHasRunOut() throws SQLException {
        takenForCancellation();
        // Another process's: this one renews what it works on, whenever it happens to look.
        change("UPDATE idempotent_request SET attempt = gen_random_uuid(), reserved_until = now() - interval '1 second'"
                + " WHERE key = ?");
        cancelWithKey().then().statusCode(404).body("code", equalTo("unknown-job"));
    }

    @Test
    void anAnswerThatIsTooOldIsForgotten() throws SQLException {
        String upload = announced("{\"files\": [\"images/a.png\"]}").path("id");
        change("UPDATE idempotent_request SET created_at = now() - interval '"
                + config.idempotency().keep().toSeconds() + " seconds' WHERE key = ?");
        announced("{\"files\": [\"images/b.png\"]}").then().statusCode(201).body("id", not(upload));
    }

    @Test
    void sixteenSubmissionsAtOnceUnderOneKeyGiveOneJob() throws Exception {
        String dataset = gateway.aDataset();
        List<Response> answers = atOnce(
                16, () -> json(training(dataset)).header("Idempotency-Key", key).post("/v1/training-jobs"));
        // On a busy machine the first may take longer than the others wait for it.
        assertThat(answers).extracting(Response::statusCode).contains(202).isSubsetOf(202, 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 202)
                        .map(answer -> answer.<String>path("id"))
                        .distinct())
                .hasSize(1);
        JsonPath page =
                given().queryParam("dataset", dataset).get("/v1/training-jobs").jsonPath();
        assertThat(page.getList("items.id")).hasSize(1);
    }

    @Test
    void ofManyImportsAtOnceUnderOneKeyOneMakesAVersion() throws Exception {
        String name = freshName("set");
        byte[] archive = archive("a.png");
        List<Integer> statuses = atOnce(4, () -> dataset(name, archive).statusCode());
        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        given().get("/v1/datasets/" + name).then().body("items.size()", equalTo(1));
    }

    @Test
    void aJobWhoseAnswerWasLostIsFoundAgainByItsOwnTransaction() throws SQLException {
        String body = training(gateway.aDataset());
        String id = json(body)
                .header("Idempotency-Key", key)
                .post("/v1/training-jobs")
                .path("id");
        change("DELETE FROM idempotent_request WHERE key = ?");
        json(body)
                .header("Idempotency-Key", key)
                .post("/v1/training-jobs")
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", nullValue())
                .body("id", equalTo(id));
    }

    @Test
    void aKeyMustBeOfVisibleAsciiCharactersAndTheDocumentSaysSoOfEveryPost() {
        given().header("Idempotency-Key", "k".repeat(201))
                .post("/v1/training-jobs/" + JobId.random() + "/cancel")
                .then()
                .statusCode(400)
                .body("code", equalTo("parameter-invalid"));
        Map<String, Map<String, Map<String, List<Map<String, Object>>>>> paths =
                given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        List<String> without = new ArrayList<>();
        paths.forEach((path, operations) -> {
            if (operations.containsKey("post")
                    && operations.get("post").get("parameters").stream()
                            .noneMatch(parameter -> "Idempotency-Key".equals(parameter.get("name"))
                                    && parameter.get("description").toString().contains("24 hours"))) {
                without.add(path);
            }
        });
        assertThat(without).isEmpty();
    }

    private Taken takenForCancellation() {
        KeyedRequest request =
                new KeyedRequest(TeamId.DEFAULT, key, "POST /v1/training-jobs/" + CANCELLED + "/cancel {}");
        return keys.begin(request, Optional.empty(), () -> "").taken().orElseThrow();
    }

    private Response cancelWithKey() {
        return given().header("Idempotency-Key", key).post("/v1/training-jobs/" + CANCELLED + "/cancel");
    }

    private Response dataset(String name, byte[] archive) {
        return given().contentType("application/zip")
                .header("Idempotency-Key", key)
                .body(archive)
                .post("/v1/datasets?size=32&shares=100,0,0&name=" + name);
    }

    private Response form(String name, int content) {
        return given().header("Idempotency-Key", key)
                .multiPart("image", name, new byte[] {(byte) content}, "image/png")
                .post("/v1/uploads");
    }

    private Response announced(String body) {
        return json(body).header("Idempotency-Key", key).post("/v1/uploads");
    }

    private static void assertSame(Response first, Response second, int status) {
        assertThat(first.statusCode()).isEqualTo(status);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.statusCode()).isEqualTo(status);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.contentType()).startsWith("application/json");
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    private static void assertReused(Response response) {
        response.then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"))
                .body("detail", containsString("key"));
    }

    private static <T> List<T> atOnce(int clients, Callable<T> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        CyclicBarrier start = new CyclicBarrier(clients);
        try {
            Callable<T> together = () -> {
                start.await();
                return request.call();
            };
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(Collections.nCopies(clients, together))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    /** A ZIP archive of one picture. */
    private static byte[] archive(String path) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry(path));
            zip.write(picture());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive.toByteArray();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "png", picture);
        return picture.toByteArray();
    }
}
