package dev.gangway.gateway.persistence;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;

/** Tells the database failures that go away by themselves from those that do not. */
public final class Outages {

    /** Connection lost, rolled back (deadlock), out of resources, stopped by the operator, system error. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

    private Outages() {}

    /** Whether the database being away is behind {@code failure}. A commit that fails keeps what the database said among what it suppressed. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database && isPassing(database.getSQLState())) {
                return true;
            }
            if (Arrays.stream(cause.getSuppressed()).anyMatch(Outages::isBehind)) {
                return true;
            }
        }
        return false;
    }

    /** The connection pool gives no state when it has no connection to give. */
    private static boolean isPassing(String state) {
        return state == null || (state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2)));
    }
}
