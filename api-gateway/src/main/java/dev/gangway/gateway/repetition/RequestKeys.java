package dev.gangway.gateway.repetition;

import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.IdempotencyConfig;
import dev.gangway.gateway.config.Periodic;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.repetition.Reservation.Answered;
import dev.gangway.gateway.repetition.Reservation.InProgress;
import dev.gangway.gateway.repetition.Reservation.Taken;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Does what is asked for under a key once. A key is reserved while its request is worked on, by a lease that this process
 * renews until then, and kept with the answer when it was done; a request that is refused or fails frees it.
 */
@ApplicationScoped
public class RequestKeys {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ReservationRows rows;
    private final InstantSource clock;
    private final IdempotencyConfig config;
    private final Set<UUID> working = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopping = new CountDownLatch(1);

    RequestKeys(ReservationRows rows, InstantSource clock, GatewayConfig config) {
        this.rows = rows;
        this.clock = clock;
        this.config = config.idempotency();
    }

    void start(@Observes StartupEvent started, Periodic periodic) {
        periodic.repeat("reservations", config.lease().dividedBy(3), this::renew);
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }

    /**
     * Takes a key for a request.
     *
     * @param digest the digest of its body, if that is known before it is worked on
     * @param received receives the body to its end and gives its digest; asked only if the request was answered before
     * @return what it was answered before; empty when it is to be worked on: then {@link #keep} or {@link #free}
     * @throws RefusedException when the key was taken for another request
     * @throws RequestInProgressException when another attempt is still worked on after a short wait
     */
    public Begun begin(KeyedRequest request, Optional<String> digest, Supplier<String> received) {
        Reservation reservation = settled(request, digest);
        if (reservation instanceof Taken taken) {
            working.add(taken.attempt());
            return new Begun(Optional.of(taken), Optional.empty());
        }
        if (reservation instanceof Answered before && before.digest().equals(digest.orElseGet(received))) {
            return new Begun(Optional.empty(), Optional.of(before.answer()));
        }
        if (reservation instanceof InProgress) {
            throw new RequestInProgressException(request.key(), RETRY_AFTER);
        }
        throw RefusedException.unprocessable(
                "idempotency-key-reused", "another request was submitted under the key " + request.key(), List.of());
    }

    /**
     * What came of asking for a key: one of the two.
     *
     * @param taken the right to work on the request
     * @param answer what it was answered before
     */
    public record Begun(Optional<Taken> taken, Optional<Answer> answer) {}

    /** Keeps the answer of a request that was done, for those who repeat it. */
    public void keep(Taken taken, String digest, Answer answer) {
        working.remove(taken.attempt());
        rows.keep(taken, digest, answer);
    }

    /** Frees the key of a request that was not done. */
    public void free(Taken taken) {
        working.remove(taken.attempt());
        rows.free(taken);
    }

    /** Whoever is second waits a little: most requests are done soon. */
    private Reservation settled(KeyedRequest request, Optional<String> digest) {
        long deadline = System.nanoTime() + config.waitForFirst().toNanos();
        while (true) {
            Reservation reservation = reserve(request, digest);
            if (!(reservation instanceof InProgress) || System.nanoTime() - deadline > 0 || !paused()) {
                return reservation;
            }
        }
    }

    private Reservation reserve(KeyedRequest request, Optional<String> digest) {
        Instant now = clock.instant();
        Taken wish = new Taken(request, UUID.randomUUID());
        Lease lease = new Lease(now, now.plus(config.lease()), now.minus(config.keep()));
        return rows.take(wish, digest, lease)
                ? wish
                : rows.find(request, digest).orElseGet(InProgress::new);
    }

    private boolean paused() {
        try {
            return !stopping.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void renew() {
        if (!working.isEmpty()) {
            rows.renew(working, clock.instant().plus(config.lease()));
        }
    }

    /**
     * For how long a key is reserved.
     *
     * @param now when
     * @param until how long, unless it is renewed
     * @param keptSince when the oldest answer was given that still counts
     */
    record Lease(Instant now, Instant until, Instant keptSince) {}
}
