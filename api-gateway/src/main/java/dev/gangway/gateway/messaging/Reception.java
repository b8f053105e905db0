package dev.gangway.gateway.messaging;

import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.gateway.persistence.Outages;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * Receives records so that consumption never stops: what cannot be read or acted on goes to the dead letters, and while
 * the database or the broker is away the record waits. When {@link #receive} returns, the record may be acknowledged.
 */
@ApplicationScoped
class Reception {

    private static final Logger LOG = Logger.getLogger(Reception.class);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final long ACKNOWLEDGEMENT_SECONDS = 30;

    private final DeadLetters deadLetters;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Reception(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Reads a record and acts on its message. */
    <T> void receive(ConsumerRecord<String, byte[]> incoming, Class<T> expected, Consumer<T> action) {
        try {
            T message = MessageCodec.read(type(incoming), incoming.value(), expected);
            act(incoming, () -> action.accept(message));
        } catch (UnreadableMessageException e) {
            persist(incoming, () -> putAside(incoming, e.code(), e.getMessage()));
        }
    }

    /** Acts on a record that has no message. */
    void act(ConsumerRecord<String, byte[]> incoming, Runnable action) {
        persist(incoming, () -> actOrPutAside(incoming, action));
    }

    private void actOrPutAside(ConsumerRecord<String, byte[]> incoming, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            if (isStopping() || Outages.isBehind(e)) {
                throw e;
            }
            LOG.errorf(e, "topic=%s offset=%d cannot be acted on", incoming.topic(), incoming.offset());
            putAside(incoming, "not-applicable", e.toString());
        }
    }

    private void putAside(ConsumerRecord<String, byte[]> incoming, String code, String reason) {
        try {
            deadLetters
                    .put(incoming, code, reason)
                    .toCompletableFuture()
                    .get(ACKNOWLEDGEMENT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not take the dead letter", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while putting a dead letter aside", e);
        }
    }

    /** Repeats {@code step} until it goes through, or this service stops; then the record is delivered again. */
    private void persist(ConsumerRecord<String, byte[]> incoming, Runnable step) {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                step.run();
                return;
            } catch (RuntimeException e) {
                if (pause == FIRST_PAUSE_MILLIS) {
                    LOG.warnf(e, "topic=%s offset=%d waits for an outage to end", incoming.topic(), incoming.offset());
                }
                pauseOrStop(pause, e);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void pauseOrStop(long millis, RuntimeException outage) {
        try {
            if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
                throw outage;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw outage;
        }
    }

    /** Once this service stops, its database may be closed under an action: the record is delivered again, to whoever is there then. */
    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private static String type(ConsumerRecord<String, byte[]> incoming) {
        Header header = incoming.headers().lastHeader(MessageCodec.TYPE_HEADER);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
