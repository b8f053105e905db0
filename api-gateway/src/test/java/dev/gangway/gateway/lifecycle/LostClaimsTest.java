package dev.gangway.gateway.lifecycle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.event.JobCommand;
import dev.gangway.contracts.event.JobEvent.ReleaseCause;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.contracts.worker.WorkerHeartbeat;
import dev.gangway.gateway.Broker;
import dev.gangway.gateway.EmbeddedParts;
import dev.gangway.gateway.GatewayApi;
import dev.gangway.gateway.Worker;
import dev.gangway.gateway.persistence.WorkerRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class LostClaimsTest {

    private static final String LAST = "the last trainer";

    private final GatewayApi gateway;
    private final LostClaims claims;
    private final WorkerRepository workers;
    private final Instant died = Instant.now().plus(Duration.ofHours(1));
    private Broker broker;

    LostClaimsTest(GatewayApi gateway, LostClaims claims, WorkerRepository workers) {
        this.gateway = gateway;
        this.claims = claims;
        this.workers = workers;
    }

    @BeforeEach
    void connect() {
        broker = gateway.broker();
        // Later than the signs of life of all other tests.
        QuarkusTransaction.requiringNew()
                .run(() -> workers.put(new WorkerHeartbeat(LAST, JobKind.TRAINING, "cpu", 1, 1, died), died));
    }

    @AfterEach
    void disconnect() {
        QuarkusTransaction.requiringNew().run(() -> workers.remove(LAST));
        broker.close();
    }

    @Test
    void aJobWhoseWorkersHaveAllVanishedIsQueuedAgainAndDoneByTheNextThatComes() {
        Worker dead = gateway.aRunningTrainingJob(broker, 1);

        lookTwice(died.plus(claims.patience()).plusSeconds(1));

        assertThat(broker.await(Topics.TRAINING_JOBS, dead.job(), TrainingJob.class, 2))
                .extracting(TrainingJob::attempt)
                .containsExactly(1, 2);
        assertThat(gateway.show(dead.job()).getList("history.cause")).contains("lease-expired");
        dead.trains(1, 5, 10).succeeds("what nobody waits for any more");
        new Worker(broker, dead.job(), 0, 2).starts().succeeds("result");
        gateway.awaitState(dead.job(), JobState.SUCCEEDED);
    }

    @Test
    void aClaimIsLeftAloneAsLongAsItsLeaseCouldBeHeldOrWasNotSeenBefore() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);

        lookTwice(died.plus(claims.patience()).minusSeconds(1));
        claims.sweep(JobKind.TRAINING, died.plus(claims.patience()).plusSeconds(1));

        assertThat(gateway.show(worker.job()).getString("state")).isEqualTo("RUNNING");
    }

    @Test
    void aJobThatIsToBeCancelledIsCancelledWhenNoWorkerIsLeftToLetGoOfIt() {
        Worker dead = gateway.aRunningTrainingJob(broker, 1);
        cancel(dead).statusCode(202);
        gateway.awaitState(dead.job(), JobState.CANCELLING);

        lookTwice(died.plus(claims.patience()).plusSeconds(1));

        gateway.awaitState(dead.job(), JobState.CANCELLED);
    }

    @Test
    void aWorkerThatComesBackHearsThatItsQueuedJobWasCancelled() {
        Worker back = gateway.aRunningTrainingJob(broker, 1);
        given().post("/v1/training-jobs/" + back.job() + "/preempt?delay=600")
                .then()
                .statusCode(202);
        back.releases(ReleaseCause.PREEMPTED);
        gateway.awaitState(back.job(), JobState.QUEUED);

        cancel(back).statusCode(202);

        assertThat(broker.await(Topics.JOB_COMMANDS, back.job(), JobCommand.class, 2))
                .extracting(JobCommand::wish)
                .contains(JobCommand.Wish.CANCEL);
    }

    private void lookTwice(Instant heardUntil) {
        claims.sweep(JobKind.TRAINING, heardUntil);
        claims.sweep(JobKind.TRAINING, heardUntil);
    }

    private static io.restassured.response.ValidatableResponse cancel(Worker worker) {
        return given().post("/v1/training-jobs/" + worker.job() + "/cancel").then();
    }
}
