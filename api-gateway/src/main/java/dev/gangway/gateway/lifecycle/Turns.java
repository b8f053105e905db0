package dev.gangway.gateway.lifecycle;

import dev.gangway.gateway.job.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets those who want to change the same row do it one after the other, before any of them takes a connection to the database: of all who wait
 * for a row only one waits within the database.
 */
@ApplicationScoped
public class Turns {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Map<Object, Turn> turns = new ConcurrentHashMap<>();

    /** What somebody wants to do. */
    @FunctionalInterface
    public interface Change<T, E extends Exception> {

        /** Does it. */
        T make() throws E;
    }

    /** How many have come for one row, and which of them has his turn. */
    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int concerned;
    }

    /**
     * Does {@code work} when it has its turn.
     *
     * @param row what it changes
     * @throws RefusedException when others take too long
     */
    public <T, E extends Exception> T take(Object row, Change<T, E> work) throws E {
        Turn turn = turns.compute(row, (key, there) -> come(there == null ? new Turn() : there));
        try {
            return inTurn(turn, work);
        } finally {
            turns.compute(row, (key, there) -> leave(turn));
        }
    }

    /** How many rows somebody is changing or waits for. */
    int size() {
        return turns.size();
    }

    private static <T, E extends Exception> T inTurn(Turn turn, Change<T, E> work) throws E {
        if (!hasTurn(turn)) {
            throw RefusedException.busy("too many others are changing the same; try again in a moment", SOON);
        }
        try {
            return work.make();
        } finally {
            turn.lock.unlock();
        }
    }

    private static boolean hasTurn(Turn turn) {
        try {
            return turn.lock.tryLock(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Turn come(Turn turn) {
        turn.concerned++;
        return turn;
    }

    private static Turn leave(Turn turn) {
        turn.concerned--;
        return turn.concerned == 0 ? null : turn;
    }
}
