package dev.gangway.completion.network;

import dev.gangway.gan.network.DeviceMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Hands work to the device in parts that its memory takes: when it is exhausted, the part is halved and done again, and no later one is
 * larger. What becomes of an image does not depend on its neighbours, so the cut cannot be seen.
 */
final class DeviceBatches {

    private static final Logger LOG = Logger.getLogger(DeviceBatches.class);

    private int largest = Integer.MAX_VALUE;

    /** Does the work on items {@code from} (inclusive) to {@code to} (exclusive): one result each, or nothing when it was stopped. */
    @FunctionalInterface
    interface Part<T> {
        Optional<List<T>> of(int from, int to);
    }

    /** Does the work on {@code count} items: one result each, or nothing when it was stopped. */
    <T> Optional<List<T>> run(int count, Part<T> work) {
        List<T> results = new ArrayList<>(count);
        while (results.size() < count) {
            int from = results.size();
            Optional<List<T>> part = halved(from, from + Math.min(largest, count - from), work);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            results.addAll(part.get());
        }
        return Optional.of(results);
    }

    private <T> Optional<List<T>> halved(int from, int to, Part<T> work) {
        try {
            return work.of(from, to);
        } catch (RuntimeException e) {
            int half = (to - from) / 2;
            if (half == 0 || !DeviceMemory.isExhausted(e)) {
                throw e;
            }
            LOG.warnf("the device has no memory for %d images at once: going on with %d", to - from, half);
            largest = half;
            return halved(from, from + half, work);
        }
    }
}
