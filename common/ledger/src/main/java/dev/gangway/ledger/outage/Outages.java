package dev.gangway.ledger.outage;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Tells the database failures that go away by themselves from those that do not. */
public final class Outages {

    /** Lost connection, stopped by the operator, system error. */
    private static final Set<String> AWAY = Set.of("08", "57", "58");

    /** Rolled back for others' sake (a deadlock); not to be had in time. */
    private static final Set<String> CONTENTION = Set.of("40", "55");

    private static final String RESOURCES = "53";

    /** The database let go of a client that stood still within a transaction, or whose transaction took too long. */
    private static final Set<String> TIMED_OUT = Set.of("25P03", "25P04");

    private Outages() {}

    /** Why the database does not do just now what it would do later. */
    public enum Cause {
        /** It is away. */
        AWAY,
        /** All connections are at work. */
        SATURATED,
        /** Others hold, or want, the same rows. */
        CONTENTION
    }

    /** Whether waiting helps against {@code failure}. */
    public static boolean isBehind(Throwable failure) {
        return cause(failure).isPresent();
    }

    /** Why waiting helps against {@code failure}; empty when it does not. A commit that fails keeps what the database said among what it suppressed. */
    public static Optional<Cause> cause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<Cause> known = cause instanceof SQLException database ? causeOf(database) : Optional.empty();
            if (known.isPresent()) {
                return known;
            }
            Optional<Cause> suppressed = Arrays.stream(cause.getSuppressed())
                    .map(Outages::cause)
                    .flatMap(Optional::stream)
                    .findFirst();
            if (suppressed.isPresent()) {
                return suppressed;
            }
        }
        return Optional.empty();
    }

    private static Optional<Cause> causeOf(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return Optional.of(ofPool(failure));
        }
        if (state.length() != 5) {
            return Optional.empty();
        }
        if (TIMED_OUT.contains(state)) {
            return Optional.of(Cause.AWAY);
        }
        String sort = state.substring(0, 2);
        if (CONTENTION.contains(sort)) {
            return Optional.of(Cause.CONTENTION);
        }
        if (sort.equals(RESOURCES)) {
            return Optional.of(Cause.SATURATED);
        }
        return AWAY.contains(sort) ? Optional.of(Cause.AWAY) : Optional.empty();
    }

    /** The pool gives no state. A cause says why it could make no further connection; without one, it has as many as it may, and all are at work. */
    private static Cause ofPool(SQLException failure) {
        return failure.getCause() == null ? Cause.SATURATED : Cause.AWAY;
    }
}
