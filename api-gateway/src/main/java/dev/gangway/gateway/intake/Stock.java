package dev.gangway.gateway.intake;

import dev.gangway.gateway.job.RefusedException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes that wait here, and takes no more than there is room for. */
final class Stock {

    private static final Duration LATER = Duration.ofSeconds(30);

    private final long most;
    private final long mostOfOne;
    private final AtomicLong all = new AtomicLong();
    private final Map<String, Long> byAddress = new ConcurrentHashMap<>();

    Stock(long most, long mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /**
     * Takes in bytes of {@code address}; also those that are refused are to be given back.
     *
     * @throws RefusedException when there are too many
     */
    void add(String address, long bytes) {
        long ofAll = all.addAndGet(bytes);
        long ofOne = byAddress.merge(address, bytes, Long::sum);
        if (ofOne > mostOfOne) {
            throw RefusedException.tooMany(
                    "more than " + mostOfOne + " bytes of your address wait to be worked on", LATER);
        }
        if (ofAll > most) {
            throw RefusedException.saturated("more than " + most + " bytes wait to be worked on", LATER);
        }
    }

    /** Gives back bytes that were taken in. */
    void remove(String address, long bytes) {
        byAddress.computeIfPresent(address, (key, count) -> count <= bytes ? null : (Long) (count - bytes));
        all.addAndGet(-bytes);
    }

    /** How many bytes there are. */
    long size() {
        return all.get();
    }
}
