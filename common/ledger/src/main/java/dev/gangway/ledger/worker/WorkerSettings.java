package dev.gangway.ledger.worker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.UUID;

/**
 * How a worker works.
 *
 * @param name unique among the workers of its service
 * @param device where it computes, such as {@code cpu} or {@code cuda:0}
 * @param lease how long a claim lasts unless it is renewed; it is renewed three times as often
 * @param poll how long an idle worker waits before it looks for work again
 */
public record WorkerSettings(String name, String device, Duration lease, Duration poll) {

    public WorkerSettings {
        if (lease.toMillis() < 300 || poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException(
                    "lease of at least 300 ms and a positive poll are needed: " + lease + " and " + poll);
        }
    }

    /** A name that no other worker has, which says what it does and where: {@code trainer-host-1f0c9a2b}. */
    public static String uniqueName(String service) {
        String random = UUID.randomUUID().toString().substring(0, 8);
        try {
            return service + "-" + InetAddress.getLocalHost().getHostName() + "-" + random;
        } catch (UnknownHostException e) {
            return service + "-" + random;
        }
    }
}
