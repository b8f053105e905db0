package dev.gangway.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.contracts.job.JobState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class BusyThreadsTest {

    /** More than there are threads for requests. */
    private static final int MANY = 400;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final GatewayApi gateway;

    @TestHTTPResource("/")
    URI address;

    BusyThreadsTest(GatewayApi gateway) {
        this.gateway = gateway;
    }

    @Test
    void healthStreamsAndRecordsGoOnWhileEveryThreadForRequestsIsTaken() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        try (Broker broker = gateway.broker()) {
            Worker worker = gateway.aRunningTrainingJob(broker, 1);
            Queue<String> heard = watch(worker);
            await().atMost(PATIENCE).until(() -> heard.stream().anyMatch(line -> line.contains("RUNNING")));
            CompletableFuture<HttpResponse<String>> waiting = takeAllThreads(released);

            assertThat(get("q/health/live", BodyHandlers.ofString())
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get("q/health/ready", BodyHandlers.ofString())
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .statusCode())
                    .isEqualTo(200);
            Queue<String> heardLate = watch(worker);
            await().atMost(PATIENCE).until(() -> heardLate.stream().anyMatch(line -> line.contains("RUNNING")));
            assertThat(get("v1/training-jobs/" + UUID.randomUUID() + "/events", BodyHandlers.ofString())
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .body())
                    .contains("\"code\":\"unknown-job\"");
            worker.trains(0, 10, 30).succeeds("result");
            await().atMost(PATIENCE).until(() -> heard.stream().anyMatch(line -> line.contains("SUCCEEDED")));
            assertThat(waiting).as("a request still waits for a thread").isNotDone();

            released.countDown();
            assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).statusCode())
                    .isEqualTo(200);
            gateway.awaitState(worker.job(), JobState.SUCCEEDED);
        } finally {
            released.countDown();
        }
    }

    /** Gives a request that waits behind them. */
    private CompletableFuture<HttpResponse<String>> takeAllThreads(CountDownLatch released) {
        for (int i = 0; i < MANY; i++) {
            Infrastructure.getDefaultExecutor().execute(() -> awaitQuietly(released));
        }
        return get("v1/training-jobs", BodyHandlers.ofString());
    }

    private Queue<String> watch(Worker worker) {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        CompletableFuture<?> unused = get(
                "v1/training-jobs/" + worker.job() + "/events",
                BodyHandlers.fromLineSubscriber(new Lines(heard), lines -> null, null));
        return heard;
    }

    private <T> CompletableFuture<HttpResponse<T>> get(String path, BodyHandler<T> body) {
        return client.sendAsync(HttpRequest.newBuilder(address.resolve(path)).build(), body);
    }

    private static void awaitQuietly(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps every line that comes. */
    private record Lines(Queue<String> heard) implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            heard.add(line);
        }

        @Override
        public void onError(Throwable failure) {
            heard.add("failed: " + failure);
        }

        @Override
        public void onComplete() {
            heard.add("ended");
        }
    }
}
