package dev.gangway.gateway.intake;

import dev.gangway.gateway.job.RefusedException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets only so many in at once, of one address and of all. */
final class Crowd {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final String what;
    private final int most;
    private final int mostOfOne;
    private final AtomicInteger all = new AtomicInteger();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

    /**
     * Nobody is in yet.
     *
     * @param what what they are and do, as in {@code bodies on their way}
     */
    Crowd(String what, int most, int mostOfOne) {
        this.what = what;
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /**
     * Lets one of {@code address} in, until it {@link #leave leaves}.
     *
     * @throws RefusedException when there are too many
     */
    void enter(String address) {
        if (all.incrementAndGet() > most) {
            all.decrementAndGet();
            throw RefusedException.saturated("there are already " + most + " " + what, SOON);
        }
        if (byAddress.merge(address, 1, Integer::sum) > mostOfOne) {
            leave(address);
            throw RefusedException.tooMany("your address has already " + mostOfOne + " " + what, SOON);
        }
    }

    /** Lets one out that had come in. */
    void leave(String address) {
        byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : (Integer) (count - 1));
        all.decrementAndGet();
    }

    /** How many are in. */
    int size() {
        return all.get();
    }
}
