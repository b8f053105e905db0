package dev.gangway.ledger.worker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * For how long a worker has been in contact with the database. After an outage, and after the worker itself stood still, the leases of
 * siblings look expired although these live: they get as long as a lease lasts to renew them, before anybody takes them for vanished.
 */
final class Contact {

    private final InstantSource clock;
    private final Duration lease;
    private Instant since;
    private Instant last;

    Contact(InstantSource clock, Duration lease) {
        this.clock = clock;
        this.lease = lease;
        this.since = clock.instant();
        this.last = since;
    }

    /** The database did not answer. */
    synchronized void lost() {
        since = clock.instant();
        last = since;
    }

    /** The database answered; tells whether it has for long enough that expired leases are those of vanished workers. */
    synchronized boolean lasts() {
        Instant now = clock.instant();
        if (last.plus(lease).isBefore(now)) {
            since = now;
        }
        last = now;
        return !since.plus(lease).isAfter(now);
    }
}
