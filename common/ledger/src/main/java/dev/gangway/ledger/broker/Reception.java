package dev.gangway.ledger.broker;

import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.ledger.outage.Outages;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Receives records so that consumption never stops, whatever they hold: what cannot be read, is not believed or cannot be acted on goes to
 * the dead letters, and while the database or the broker is away the record waits. When a method returns, the record may be acknowledged.
 */
public final class Reception implements AutoCloseable {

    /** The code of a record that failed for a reason that nobody thought of. */
    public static final String NOT_APPLICABLE = "not-applicable";

    private static final System.Logger LOG = System.getLogger(Reception.class.getName());
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int FULL_HEAPS = 8;

    private final DeadLetters deadLetters;
    private final CountDownLatch closed = new CountDownLatch(1);

    public Reception(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Reads a record and acts on its message. */
    public <T> void receive(ConsumerRecord<byte[], byte[]> incoming, Class<T> expected, Consumer<T> action) {
        act(incoming, () -> action.accept(read(incoming, expected)));
    }

    /**
     * Reads a record that every worker reads for itself, at each of its starts anew, and acts on its message. One that cannot be read or
     * acted on is passed over: the gateway, whose replicas read it once between them, puts it aside. One without a body says that there is
     * nothing to be heard any more.
     */
    public <T> void overhear(ConsumerRecord<byte[], byte[]> incoming, Class<T> expected, Consumer<T> action) {
        if (incoming.value() != null) {
            attempt(
                    incoming,
                    () -> action.accept(read(incoming, expected)),
                    (code, reason) -> passOver(incoming, reason));
        }
    }

    /** Acts on a record that has no message. */
    public void act(ConsumerRecord<byte[], byte[]> incoming, Runnable action) {
        attempt(incoming, action, (code, reason) -> deadLetters.put(incoming, code, reason));
    }

    private void attempt(
            ConsumerRecord<byte[], byte[]> incoming, Runnable action, BiConsumer<String, String> otherwise) {
        AtomicInteger fullHeaps = new AtomicInteger();
        persist(incoming, () -> actOr(incoming, action, otherwise, fullHeaps));
    }

    /** From now on nothing is waited for: records that fail are delivered again, to whoever is there then. */
    @Override
    public void close() {
        closed.countDown();
    }

    private static <T> T read(ConsumerRecord<byte[], byte[]> incoming, Class<T> expected) {
        try {
            return MessageCodec.read(
                    MessageHeaders.text(incoming.headers(), MessageCodec.TYPE_HEADER), incoming.value(), expected);
        } catch (UnreadableMessageException e) {
            throw new RefusedMessageException(e.code(), e.getMessage());
        }
    }

    private static void passOver(ConsumerRecord<byte[], byte[]> incoming, String reason) {
        LOG.log(
                Level.WARNING,
                "topic={0} offset={1} is passed over: {2}",
                incoming.topic(),
                Long.toString(incoming.offset()),
                MessageHeaders.line(reason));
    }

    private void actOr(
            ConsumerRecord<byte[], byte[]> incoming,
            Runnable action,
            BiConsumer<String, String> otherwise,
            AtomicInteger fullHeaps) {
        try {
            action.run();
        } catch (RefusedMessageException e) {
            otherwise.accept(e.code(), e.getMessage());
        } catch (RuntimeException | Error e) {
            // Once this service stops, its database may be closed under an action.
            if (isClosed() || Outages.isBehind(e)) {
                throw e;
            }
            // Mostly another's doing, and over in a moment; a record that fills the heap by itself does so each time.
            if (e instanceof OutOfMemoryError && fullHeaps.incrementAndGet() < FULL_HEAPS) {
                throw new IllegalStateException("the heap is full", e);
            }
            LOG.log(
                    Level.ERROR,
                    () -> "topic=" + incoming.topic() + " offset=" + incoming.offset() + " cannot be acted on",
                    e);
            otherwise.accept(NOT_APPLICABLE, e.toString());
        }
    }

    /** Repeats {@code step} until it goes through, or this service stops; then the record is delivered again. */
    private void persist(ConsumerRecord<byte[], byte[]> incoming, Runnable step) {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                step.run();
                return;
            } catch (RuntimeException | Error e) {
                // Also an error: whoever lets one go stops its channel for good.
                if (pause == FIRST_PAUSE_MILLIS) {
                    LOG.log(
                            Level.WARNING,
                            () -> "topic=" + incoming.topic() + " offset=" + incoming.offset()
                                    + " waits for an outage to end",
                            e);
                }
                pauseOrStop(pause, e);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void pauseOrStop(long millis, Throwable outage) {
        try {
            if (closed.await(millis, TimeUnit.MILLISECONDS)) {
                throw unchecked(outage);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unchecked(outage);
        }
    }

    private static RuntimeException unchecked(Throwable outage) {
        return outage instanceof RuntimeException exception ? exception : new IllegalStateException(outage);
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }
}
