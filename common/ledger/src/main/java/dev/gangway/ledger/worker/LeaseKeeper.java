package dev.gangway.ledger.worker;

import dev.gangway.ledger.assignment.Lease;
import dev.gangway.ledger.assignment.LedgerUnavailableException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Renews a lease on a thread of its own until it is closed. */
final class LeaseKeeper implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LeaseKeeper.class.getName());

    private final Lease lease;
    private final Duration duration;
    private final Runnable afterRenewal;
    private final Runnable onOutage;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    LeaseKeeper(Lease lease, Duration duration, Runnable afterRenewal, Runnable onOutage) {
        this.lease = lease;
        this.duration = duration;
        this.afterRenewal = afterRenewal;
        this.onOutage = onOutage;
        this.thread = new Thread(this::renewUntilClosed, Thread.currentThread().getName() + "-lease");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void renewUntilClosed() {
        try {
            while (!closed.await(duration.toMillis() / 3, TimeUnit.MILLISECONDS) && !lease.isLost()) {
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        try {
            lease.renew(duration);
            afterRenewal.run();
        } catch (LedgerUnavailableException e) {
            onOutage.run();
            LOG.log(
                    Level.WARNING,
                    "job={0} the lease is not renewed: {1}",
                    lease.claim().task().job(),
                    e.getMessage());
        } catch (RuntimeException | Error e) {
            // Whatever it was, the next renewal may succeed; without one the lease runs out under work that goes on.
            LOG.log(Level.WARNING, () -> "job=" + lease.claim().task().job() + " the lease is not renewed", e);
        }
    }
}
