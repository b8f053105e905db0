package dev.gangway.gateway.messaging;

import dev.gangway.contracts.Topics;
import dev.gangway.ledger.broker.MessageHeaders;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Puts aside what cannot be read or acted on, as it came and with the reason, so that it can be sent again. */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final BrokerChannel broker;
    private final MeterRegistry meters;

    DeadLetters(BrokerChannel broker, MeterRegistry meters) {
        this.broker = broker;
        this.meters = meters;
    }

    /** Puts a record aside; the stage completes when the broker has it. */
    CompletionStage<Void> put(ConsumerRecord<String, byte[]> unread, String code, String reason) {
        LOG.warnf(
                "topic=%s partition=%d offset=%d code=%s goes to the dead letters: %s",
                unread.topic(), unread.partition(), unread.offset(), code, reason);
        meters.counter("gangway.dead.letters", "topic", unread.topic(), "code", code)
                .increment();
        return broker.send(
                Topics.DEAD_LETTERS, unread.key(), unread.value(), MessageHeaders.ofDeadLetter(unread, code, reason));
    }
}
