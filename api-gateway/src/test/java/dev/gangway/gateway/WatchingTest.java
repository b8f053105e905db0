package dev.gangway.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.recipe.StageKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class WatchingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final GatewayApi gateway;
    private Broker broker;

    @TestHTTPResource("/")
    URI address;

    WatchingTest(GatewayApi gateway) {
        this.gateway = gateway;
    }

    @BeforeEach
    void connect() {
        broker = gateway.broker();
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void aWatcherIsToldEverythingAndTheStreamEndsWithTheJob() throws Exception {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        CountDownLatch begun = new CountDownLatch(3);
        CompletableFuture<List<String>> watched =
                CompletableFuture.supplyAsync(() -> names(watch(worker, null).peek(line -> begun.countDown())));
        assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("what happened before is told while the job runs")
                .isTrue();
        worker.trains(0, 10, 30);
        worker.writes(0, StageKind.VAE, 30, true);
        worker.endsStage(0, StageKind.VAE, 30).succeeds("result");

        assertThat(watched.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .containsExactly(
                        "state-changed",
                        "state-changed",
                        "state-changed",
                        "progressed",
                        "checkpoint-written",
                        "stage-finished",
                        "state-changed");
    }

    @Test
    void aWatcherWhoComesBackIsToldOnlyWhatFollowed() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1).trains(0, 10, 30).succeeds("result");
        gateway.awaitState(worker.job(), JobState.SUCCEEDED);
        List<String> lines = watch(worker, "3").toList();
        assertThat(lines).contains("id:4", "id:5", "event:progressed").doesNotContain("id:3");
        assertThat(lines).anyMatch(line -> line.startsWith("data:") && line.contains("\"to\":\"SUCCEEDED\""));
    }

    private Stream<String> watch(Worker worker, String last) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        address.resolve("/v1/training-jobs/" + worker.job() + "/events"))
                .timeout(PATIENCE);
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        try {
            HttpResponse<Stream<String>> response = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("event:"))
                .map(line -> line.substring("event:".length()).strip())
                .toList();
    }
}
