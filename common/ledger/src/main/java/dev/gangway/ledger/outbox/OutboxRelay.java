package dev.gangway.ledger.outbox;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends what an outbox promised, again and again, on a thread of its own. */
public final class OutboxRelay implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(OutboxRelay.class.getName());
    private static final int BATCH = 100;

    private final Outbox outbox;
    private final Sender sender;
    private final Duration interval;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::relayUntilClosed, "outbox-relay");

    /** A relay that looks every {@code interval} once it is started. */
    public OutboxRelay(Outbox outbox, Sender sender, Duration interval) {
        this.outbox = outbox;
        this.sender = sender;
        this.interval = interval;
    }

    /** Begins to send. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends what is promised by now if the broker answers, and ends. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void relayUntilClosed() {
        try {
            while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                relay();
            }
            relay();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void relay() {
        try {
            int sent = BATCH;
            while (sent == BATCH) {
                sent = outbox.relay(sender, BATCH);
            }
        } catch (RuntimeException | Error e) {
            // The thread must live on, whatever happened: nobody else sends what is promised.
            LOG.log(Level.WARNING, "messages wait: {0} ({1})", e.getMessage(), e.getCause());
        }
    }
}
