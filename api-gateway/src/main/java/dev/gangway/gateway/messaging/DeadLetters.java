package dev.gangway.gateway.messaging;

import dev.gangway.contracts.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;

/** Puts aside what cannot be read or acted on, as it came and with the reason, so that it can be sent again. */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int REASON_LENGTH = 1_000;

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
        RecordHeaders headers = new RecordHeaders(unread.headers().toArray());
        headers.add("gangway_topic", utf8(unread.topic()))
                .add("gangway_partition", utf8(Integer.toString(unread.partition())))
                .add("gangway_offset", utf8(Long.toString(unread.offset())))
                .add("gangway_reason_code", utf8(code))
                .add("gangway_reason", utf8(shortened(reason)));
        return broker.send(Topics.DEAD_LETTERS, unread.key(), unread.value(), headers);
    }

    private static String shortened(String reason) {
        return reason == null || reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH);
    }

    private static byte[] utf8(String text) {
        return String.valueOf(text).getBytes(StandardCharsets.UTF_8);
    }
}
