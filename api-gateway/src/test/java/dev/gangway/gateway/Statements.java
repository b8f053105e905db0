package dev.gangway.gateway;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** The statements that a thread sends to the database, and how the database would go about them. */
@PersistenceUnitExtension
@ApplicationScoped
public class Statements implements StatementInspector {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\?");

    private static final ThreadLocal<List<String>> RECORDED = new ThreadLocal<>();

    /** What {@code work} sends. */
    public static List<String> of(Runnable work) {
        List<String> statements = new ArrayList<>();
        RECORDED.set(statements);
        try {
            work.run();
        } finally {
            RECORDED.remove();
        }
        return statements;
    }

    @Override
    public String inspect(String sql) {
        List<String> statements = RECORDED.get();
        if (statements != null) {
            statements.add(sql);
        }
        return sql;
    }

    /** The plan for a statement whatever its parameters are: the one that is used when it is sent often. */
    public static String plan(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET plan_cache_mode = force_generic_plan");
            statement.execute("PREPARE looked_at AS " + numbered(sql));
            try (ResultSet rows = statement.executeQuery("EXPLAIN EXECUTE looked_at" + anyParameters(sql))) {
                StringBuilder plan = new StringBuilder(sql).append('\n');
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
                return plan.toString();
            } finally {
                statement.execute("DEALLOCATE looked_at");
                statement.execute("RESET plan_cache_mode");
            }
        }
    }

    private static String anyParameters(String sql) {
        long count = PLACEHOLDER.matcher(sql).results().count();
        return count == 0 ? "" : "(" + String.join(", ", Collections.nCopies((int) count, "NULL")) + ")";
    }

    /** Whether there is a plan to look at: what is inserted reads no table. */
    public static boolean isPlanned(String sql) {
        return !sql.toLowerCase(Locale.ROOT).startsWith("insert");
    }

    private static String numbered(String sql) {
        Matcher placeholder = PLACEHOLDER.matcher(sql);
        StringBuilder numbered = new StringBuilder();
        for (int number = 1; placeholder.find(); number++) {
            placeholder.appendReplacement(numbered, Matcher.quoteReplacement("$" + number));
        }
        return placeholder.appendTail(numbered).toString();
    }
}
