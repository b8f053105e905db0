package dev.gangway.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.gateway.persistence.JobRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class DatabaseConnectionTest {

    private final DataSource database;
    private final JobRepository jobs;

    DatabaseConnectionTest(DataSource database, JobRepository jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    @Test
    void aConnectionThatStandsStillIsGivenUpByBothEnds() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(60_000);
            assertThat(setting(connection, "idle_in_transaction_session_timeout"))
                    .isEqualTo("1min");
            assertThat(setting(connection, "tcp_keepalives_idle")).isEqualTo("30");
        }
    }

    @Test
    void aCollectionMayWaitForTheStoreForAsLongAsItTakes() {
        String longest = QuarkusTransaction.requiringNew().call(() -> {
            assertThat(jobs.tryLockCollection()).isTrue();
            try (Connection connection = database.getConnection()) {
                return setting(connection, "idle_in_transaction_session_timeout");
            }
        });

        assertThat(longest).isEqualTo("0");
    }

    @Test
    void requestsGiveUpWaitingForALockAndMigrationsDoNot() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet migration = statement.executeQuery("SELECT longest FROM migration_wait")) {
            migration.next();
            assertThat(migration.getString("longest")).isEqualTo("0");
        }
        try (Connection connection = database.getConnection()) {
            assertThat(setting(connection, "lock_timeout")).isEqualTo("3s");
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("SHOW " + name)) {
            shown.next();
            return shown.getString(1);
        }
    }
}
