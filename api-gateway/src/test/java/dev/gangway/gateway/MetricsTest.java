package dev.gangway.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.event.JobEvent.ReleaseCause;
import dev.gangway.contracts.event.JobFailure.Cause;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.worker.WorkerHeartbeat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class MetricsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final GatewayApi gateway;
    private final Clock clock;

    MetricsTest(GatewayApi gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    @Test
    void theOperatorSeesWhatWaitsWhatEndedAndWhoWorks() {
        try (Broker broker = gateway.broker()) {
            gateway.aRunningTrainingJob(broker, 1).succeeds("result");
            Worker failing = gateway.aRunningTrainingJob(broker, 1).fails("diverged", Cause.JOB);
            gateway.awaitState(failing.job(), JobState.FAILED);
            Worker preempted = gateway.aRunningTrainingJob(broker, 1);
            given().post("/v1/training-jobs/" + preempted.job() + "/preempt?delay=600")
                    .then()
                    .statusCode(202);
            preempted.releases(ReleaseCause.PREEMPTED);
            gateway.awaitState(preempted.job(), JobState.QUEUED);
            broker.send(
                    Topics.WORKERS,
                    "measured",
                    new WorkerHeartbeat("measured", JobKind.TRAINING, "cpu", 3, 1, clock.instant()));
            given().get("/v1/nowhere").then().statusCode(404);

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(value("gangway_queue_waiting{kind=\"training\"")).isPositive();
                assertThat(value("gangway_queue_oldest_seconds{kind=\"training\""))
                        .isPositive();
                assertThat(value("gangway_jobs_ended_total{code=\"\",kind=\"training\",state=\"succeeded\""))
                        .isPositive();
                assertThat(value("gangway_jobs_ended_total{code=\"diverged\",kind=\"training\",state=\"failed\""))
                        .isPositive();
                assertThat(value("gangway_jobs_wait_seconds_count{kind=\"training\""))
                        .isPositive();
                assertThat(value("gangway_jobs_run_seconds_count{code=\"\",kind=\"training\",state=\"succeeded\""))
                        .isPositive();
                assertThat(value("gangway_workers{kind=\"training\"")).isPositive();
                assertThat(value("gangway_workers_slots{kind=\"training\"")).isGreaterThanOrEqualTo(3);
                assertThat(value("gangway_problems_total{code=\"not-found\",status=\"404\""))
                        .isPositive();
                assertThat(value("gangway_outbox_waiting")).isNotNegative();
                assertThat(value("gangway_webhooks_waiting")).isNotNegative();
                assertThat(value("gangway_watchers")).isNotNegative();
                assertThat(value("gangway_bodies")).isNotNegative();
                assertThat(value("agroal_active_count")).isNotNegative();
                assertThat(value("kafka_consumer_fetch_manager_records_lag")).isNotNegative();
            });
            broker.send(Topics.WORKERS, "measured", "dev.gangway.worker-heartbeat.v1", null);
        }
    }

    /** The value of the first line that begins so. */
    private static double value(String beginning) {
        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        return Pattern.compile("\n")
                .splitAsStream(metrics)
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + beginning));
    }
}
