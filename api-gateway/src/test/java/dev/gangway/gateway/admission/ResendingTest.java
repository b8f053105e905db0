package dev.gangway.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.gateway.Broker;
import dev.gangway.gateway.EmbeddedParts;
import dev.gangway.gateway.GatewayApi;
import dev.gangway.gateway.Worker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ResendingTest {

    private final GatewayApi gateway;
    private final DataSource database;
    private Broker broker;

    ResendingTest(GatewayApi gateway, DataSource database) {
        this.gateway = gateway;
        this.database = database;
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
    void aTaskThatNobodyClaimsIsSentAgainAsItsMessageMayBeLost() throws SQLException {
        JobId job = gateway.aTrainingJob();
        broker.await(Topics.TRAINING_JOBS, job, TrainingJob.class, 1);

        letTheTimeComeToSendAgain(job);

        assertThat(broker.await(Topics.TRAINING_JOBS, job, TrainingJob.class, 2))
                .extracting(TrainingJob::attempt)
                .containsExactly(1, 1);
        new Worker(broker, job, 0, 1).starts().succeeds("result");
        gateway.awaitState(job, JobState.SUCCEEDED);
    }

    private void letTheTimeComeToSendAgain(JobId job) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE task SET not_before = now() - interval '1 second' WHERE job = ? AND state = 'SENT'")) {
            update.setObject(1, job.value());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
