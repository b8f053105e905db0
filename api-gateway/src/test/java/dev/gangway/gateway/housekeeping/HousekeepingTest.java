package dev.gangway.gateway.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.gateway.EmbeddedParts;
import dev.gangway.gateway.GatewayApi;
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
class HousekeepingTest {

    private final Housekeeping housekeeping;
    private final DataSource database;
    private final String name = GatewayApi.freshName("kept");

    HousekeepingTest(Housekeeping housekeeping, DataSource database) {
        this.housekeeping = housekeeping;
        this.database = database;
    }

    @Test
    void answersAndWorkersThatNobodyWillAskForAreDroppedAndTheOthersStay() throws SQLException {
        worker("-gone", "8 days");
        worker("-away", "6 days");
        answer("-old", "25 hours", "202", "24 hours");
        answer("-new", "23 hours", "202", "22 hours");
        answer("-died", "25 hours", "NULL", "24 hours");
        answer("-working", "25 hours", "NULL", "-1 minutes");

        housekeeping.tidy();

        assertThat(found("SELECT string_agg(name, ' ') FROM worker WHERE name LIKE '" + name + "%'"))
                .isEqualTo(name + "-away");
        assertThat(found("SELECT string_agg(key, ' ' ORDER BY key) FROM idempotent_request WHERE key LIKE '" + name
                        + "%'"))
                .isEqualTo(name + "-new " + name + "-working");
    }

    private void worker(String ending, String age) throws SQLException {
        execute("INSERT INTO worker (name, kind, device, slots, busy, seen_at) VALUES ('" + name + ending
                + "', 'TRAINING', 'cpu', 1, 0, now() - interval '" + age + "')");
    }

    private void answer(String ending, String age, String status, String expired) throws SQLException {
        execute("INSERT INTO idempotent_request (team, key, attempt, target, reserved_until, created_at, status)"
                + " VALUES ('default', '" + name + ending
                + "', gen_random_uuid(), 'none', now() - interval '"
                + expired + "', now() - interval '" + age + "', " + status + ")");
    }

    private String found(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
