package dev.gangway.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SaturationTest {

    private static final int MANY = 100;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final GatewayApi gateway;
    private final DataSource database;
    private final int connections;

    @TestHTTPResource("/")
    URI address;

    SaturationTest(
            GatewayApi gateway,
            DataSource database,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.gateway = gateway;
        this.database = database;
        this.connections = connections;
    }

    @Test
    void aHundredWhoCancelOneJobAtOnceAreAllToldThatItIsCancelled() {
        JobId job = gateway.aTrainingJob();
        assertThat(cancelled(job)).hasSize(MANY).allSatisfy(answer -> assertThat(answer.statusCode())
                .as(answer.body())
                .isEqualTo(202));
    }

    @Test
    void aRowThatSomebodyHoldsIsNoReasonToCallTheDatabaseAwayAndHoldsUpNobodyElse() throws SQLException {
        JobId job = gateway.aTrainingJob();
        gateway.awaitState(job, JobState.ADMITTED);
        List<HttpResponse<String>> answers;
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            lock(other, job);
            CompletableFuture<List<HttpResponse<String>>> asked = CompletableFuture.supplyAsync(() -> cancelled(job));
            for (int i = 0; i < MANY; i++) {
                given().get("/v1/training-jobs/" + job).then().statusCode(200);
            }
            answers = asked.join();
            other.rollback();
        }
        assertThat(answers).hasSize(MANY).allSatisfy(answer -> {
            assertThat(answer.body()).contains("\"code\":\"concurrent-change\"");
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        });
        given().post("/v1/training-jobs/" + job + "/cancel").then().statusCode(202);
    }

    @Test
    void whenAllConnectionsAreAtWorkThatIsWhatIsSaid() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                taken.add(database.getConnection());
            }
            given().get("/v1/training-jobs")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("saturated"));
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        given().get("/v1/training-jobs").then().statusCode(200);
    }

    private List<HttpResponse<String>> cancelled(JobId job) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/v1/training-jobs/" + job + "/cancel"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        List<CompletableFuture<HttpResponse<String>>> sent = Stream.generate(
                        () -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .limit(MANY)
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private static void lock(Connection connection, JobId job) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM job WHERE id = ? FOR UPDATE")) {
            select.setObject(1, job.value());
            assertThat(select.execute()).isTrue();
        }
    }
}
