package dev.gangway.gateway.notification;

import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.Periodic;
import dev.gangway.gateway.config.WebhookConfig;
import dev.gangway.gateway.job.Parcel;
import dev.gangway.gateway.persistence.DeliveryRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends what webhooks were promised, on threads of its own, which there are only while events are on their way. It claims no more than it
 * has places for, many more than one team's webhooks can take, under a lease that outlives the longest attempt: what a gateway held that died
 * is due again when its lease is over.
 */
@ApplicationScoped
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(30);
    private static final long IDLE_SECONDS = 30;
    private static final long STACK_BYTES = 256 << 10;

    private final DeliveryRepository deliveries;
    private final Sending sending;
    private final Settlement settlement;
    private final InstantSource clock;
    private final WebhookConfig config;
    private final ExecutorService threads;
    private int free;
    private Periodic.Repeated rounds;

    Courier(
            DeliveryRepository deliveries,
            Sending sending,
            Settlement settlement,
            InstantSource clock,
            GatewayConfig config) {
        this.deliveries = deliveries;
        this.sending = sending;
        this.settlement = settlement;
        this.clock = clock;
        this.config = config.webhooks();
        this.free = this.config.threads();
        this.threads = threads(free);
    }

    /** A thread that waits for a receiver needs little: a stack of this many bytes, and only while it waits. */
    private static ExecutorService threads(int most) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                most,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                // A place is free a moment before its thread is, and then a parcel waits here for it.
                new LinkedBlockingQueue<>(),
                run -> new Thread(null, run, "courier", STACK_BYTES));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    void start(@Observes StartupEvent started, Periodic periodic) {
        rounds = periodic.repeat("webhooks", config.pollEvery(), this::round);
    }

    /** Attempts that have begun end before the database connections are closed. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        close();
        if (!threads.awaitTermination(sending.longest().toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("events are still being sent; they are sent again when their leases are over");
        }
    }

    private synchronized void close() {
        free = 0;
        threads.shutdown();
    }

    private synchronized void round() {
        if (free == 0 || threads.isShutdown()) {
            return;
        }
        List<Parcel> claimed = QuarkusTransaction.requiringNew().call(this::claim);
        claimed.forEach(this::give);
    }

    private List<Parcel> claim() {
        Instant now = clock.instant();
        return deliveries.claim(
                free, config.inFlight(), now, now.plus(sending.longest()).plus(LEASE_MARGIN));
    }

    /** What finds no thread, for want of memory, is due again when its lease is over. */
    private void give(Parcel parcel) {
        free--;
        try {
            threads.execute(() -> carry(parcel));
        } catch (RuntimeException | Error e) {
            free++;
            throw e;
        }
    }

    private void carry(Parcel parcel) {
        try {
            guarded(parcel, () -> settlement.settle(parcel, sending.send(parcel)));
        } finally {
            release();
            rounds.soon();
        }
    }

    private synchronized void release() {
        free++;
    }

    /** A failure, such as the database being away, is repaired by the lease's end or the next round. */
    private static void guarded(Parcel parcel, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf(e, "webhook=%s delivery=%s could not be settled", parcel.webhook(), parcel.id());
        }
    }
}
