package dev.gangway.ledger.broker;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Whether a consumer still reads. It polls several times a second for as long as it lives, also while the broker is away and while a record
 * waits for the database; a client that was closed, as after a failure that nobody caught, has no such figure any more.
 */
public final class ConsumerLife {

    private static final String SINCE_LAST_POLL = "last-poll-seconds-ago";
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final String NOT_BEGUN = "has not begun to read";

    private ConsumerLife() {}

    /** Why nothing will ever be read again by this process; empty when all is well, or it has only not begun. */
    public static Optional<String> loss(Consumer<?, ?> consumer) {
        return fault(consumer).filter(fault -> !fault.equals(NOT_BEGUN));
    }

    /**
     * Why nothing is read; empty when all is well.
     *
     * @param consumer null when there is none yet
     */
    public static Optional<String> fault(Consumer<?, ?> consumer) {
        if (consumer == null) {
            return Optional.of(NOT_BEGUN);
        }
        Optional<Double> seconds = consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(SINCE_LAST_POLL))
                .map(metric -> ((Number) metric.metricValue()).doubleValue())
                .findFirst();
        if (seconds.isEmpty()) {
            return Optional.of("has stopped reading");
        }
        if (seconds.get() < 0) {
            return Optional.of(NOT_BEGUN);
        }
        return seconds.get() <= LONGEST_PAUSE.toSeconds()
                ? Optional.empty()
                : Optional.of("has not read for " + seconds.get().longValue() + " s");
    }
}
