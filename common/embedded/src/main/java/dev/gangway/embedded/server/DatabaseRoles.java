package dev.gangway.embedded.server;

import dev.gangway.embedded.ServiceSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Gives each service a role and a schema that it owns, and takes from everybody what is not theirs. */
final class DatabaseRoles {

    private static final String SUPERUSER = "postgres";

    private DatabaseRoles() {}

    /** Creates what is missing; harmless when everything is there. */
    static void create(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getDatabase(SUPERUSER, SUPERUSER).getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + PostgresDatabase.NAME + "'")) {
                statement.execute("CREATE DATABASE " + PostgresDatabase.NAME);
            }
            statement.execute("REVOKE ALL ON DATABASE " + PostgresDatabase.NAME + ", postgres, template1 FROM PUBLIC");
        }
        try (Connection connection =
                        server.getDatabase(SUPERUSER, PostgresDatabase.NAME).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            for (ServiceSchema schema : ServiceSchema.values()) {
                create(statement, schema);
            }
        }
    }

    private static void create(Statement statement, ServiceSchema schema) throws SQLException {
        String role = schema.role();
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            statement.execute("CREATE ROLE " + role);
        }
        statement.execute("ALTER ROLE " + role + " LOGIN PASSWORD '" + schema.developmentPassword() + "'");
        statement.execute("GRANT CONNECT ON DATABASE " + PostgresDatabase.NAME + " TO " + role);
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema.schema() + " AUTHORIZATION " + role);
        statement.execute("ALTER ROLE " + role + " IN DATABASE " + PostgresDatabase.NAME + " SET search_path = "
                + schema.schema());
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }
}
