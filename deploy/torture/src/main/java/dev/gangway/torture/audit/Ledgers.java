package dev.gangway.torture.audit;

import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.ServiceSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What services still owe, when they should owe nothing. */
public final class Ledgers {

    private final Endpoints.Database database;

    public Ledgers(Endpoints.Database database) {
        this.database = database;
    }

    /** Leases that are held, tasks that wait, and messages that were promised and not sent. */
    public List<String> owed() {
        List<String> owed = new ArrayList<>();
        for (ServiceSchema schema : List.of(ServiceSchema.TRAINER, ServiceSchema.COMPLETION)) {
            count(schema, "assignment WHERE state = 'CLAIMED'", "leases held", owed);
            count(schema, "assignment WHERE state = 'WAITING'", "tasks waiting", owed);
        }
        for (ServiceSchema schema : ServiceSchema.values()) {
            count(schema, "outbox", "messages not sent", owed);
        }
        return owed;
    }

    private void count(ServiceSchema schema, String rows, String what, List<String> owed) {
        Endpoints.Login login = database.login(schema);
        try (Connection connection = DriverManager.getConnection(database.url(schema), login.role(), login.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + rows)) {
            result.next();
            if (result.getLong(1) > 0) {
                owed.add(schema.schema() + ": " + result.getLong(1) + " " + what);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked", e);
        }
    }
}
