package dev.gangway.completion.messaging;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.ledger.broker.MessageHeaders;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Sets aside the records that nobody can read, with the reason and where they came from. */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final KafkaRecords records;
    private final MeterRegistry meters;

    DeadLetters(KafkaRecords records, MeterRegistry meters) {
        this.records = records;
        this.meters = meters;
    }

    /** Sends {@code unreadable} as it is to the dead letters, and returns when it is safe there. */
    void add(ConsumerRecord<String, byte[]> unreadable, UnreadableMessageException reason) {
        records.send(
                        Topics.DEAD_LETTERS,
                        unreadable.key(),
                        MessageHeaders.ofDeadLetter(unreadable, reason),
                        unreadable.value())
                .toCompletableFuture()
                .join();
        meters.counter("gangway.messages.unreadable", "topic", unreadable.topic(), "code", reason.code())
                .increment();
        LOG.warnf(
                "topic=%s partition=%d offset=%d set aside: %s",
                unreadable.topic(), unreadable.partition(), unreadable.offset(), reason.getMessage());
    }
}
