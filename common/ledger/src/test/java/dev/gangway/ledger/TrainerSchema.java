package dev.gangway.ledger;

import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.ServiceSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** The trainer's schema with the ledger's tables in a real database. */
public final class TrainerSchema {

    private static final DataSource DATABASE = migrated();

    private TrainerSchema() {}

    /** The database, with empty tables. */
    public static DataSource empty() {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE outbox, assignment, cancelled_job");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return DATABASE;
    }

    private static DataSource migrated() {
        Endpoints.Database endpoint = EmbeddedProcess.shared().database();
        Endpoints.Login login = endpoint.login(ServiceSchema.TRAINER);
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(endpoint.url(ServiceSchema.TRAINER));
        database.setUser(login.role());
        database.setPassword(login.password());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/outbox", "classpath:db/assignment")
                .load()
                .migrate();
        return database;
    }
}
