package dev.gangway.gateway.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.contracts.worker.WorkerHeartbeat;
import dev.gangway.gateway.Broker;
import dev.gangway.gateway.EmbeddedParts;
import dev.gangway.gateway.GatewayApi;
import dev.gangway.gateway.Worker;
import dev.gangway.gateway.lifecycle.LostClaims;
import dev.gangway.gateway.persistence.WorkerRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SilentWorkersTest {

    private static final String LAST = "the trainer that was heard last";

    private final GatewayApi gateway;
    private final LostClaims claims;
    private final WorkerRepository workers;
    private final Instant spoke = Instant.now().plus(Duration.ofHours(1));
    private final Map<String, Object> settings;
    private final String group;

    private Instant now = spoke;
    private Broker broker;
    private SilentWorkers silent;

    SilentWorkersTest(
            GatewayApi gateway,
            LostClaims claims,
            WorkerRepository workers,
            @Identifier("default-kafka-broker") Map<String, Object> settings,
            @ConfigProperty(name = "mp.messaging.incoming.workers.group.id") String group) {
        this.gateway = gateway;
        this.claims = claims;
        this.workers = workers;
        this.settings = settings;
        this.group = group;
    }

    @BeforeEach
    void connect() {
        broker = gateway.broker();
        silent = new SilentWorkers(claims, () -> now, settings, group);
        QuarkusTransaction.requiringNew()
                .run(() -> workers.put(new WorkerHeartbeat(LAST, JobKind.TRAINING, "cpu", 1, 1, spoke), spoke));
    }

    @AfterEach
    void disconnect() {
        silent.stop(null);
        QuarkusTransaction.requiringNew().run(() -> workers.remove(LAST));
        broker.close();
    }

    @Test
    void aJobIsQueuedAgainOnceNothingMoreCanComeOfThoseWhoWereHeardLast() {
        Worker dead = gateway.aRunningTrainingJob(broker, 1);

        lookFor(claims.patience().minusSeconds(5));
        assertThat(gateway.show(dead.job()).getString("state")).isEqualTo("RUNNING");

        await().untilAsserted(() -> {
            lookFor(claims.patience().plusSeconds(5));
            assertThat(gateway.show(dead.job()).getList("history.cause")).contains("lease-expired");
        });
        assertThat(broker.await(Topics.TRAINING_JOBS, dead.job(), TrainingJob.class, 2))
                .extracting(TrainingJob::attempt)
                .containsExactly(1, 2);
        new Worker(broker, dead.job(), 0, 2).starts().succeeds("result");
    }

    /** Looks from the last sign of life on, until so much time has passed. */
    private void lookFor(Duration passed) {
        Instant end = spoke.plus(passed);
        for (now = spoke; now.isBefore(end); now = now.plusSeconds(1)) {
            silent.look();
        }
    }
}
