package dev.gangway.gateway.deadletter;

import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.ledger.broker.MessageHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * A record that was put aside.
 *
 * @param offset where it lies among the dead letters; names it
 * @param at when it was put aside
 * @param code the stable code of the reason; null when nobody gave one
 * @param reason the reason for a person; null when nobody gave one
 * @param origin where it stood before
 * @param type the CloudEvents type that it claims to be of; null when it claims none
 * @param key its key; may be null
 * @param size how many bytes its body has
 * @param body its body, or the beginning of it
 */
public record DeadLetter(
        long offset,
        Instant at,
        String code,
        String reason,
        Origin origin,
        String type,
        String key,
        int size,
        BodyText body) {

    /**
     * Where a record stood.
     *
     * @param topic its topic; null when nobody noted it
     * @param partition its partition, likewise
     * @param offset its offset, likewise
     */
    public record Origin(String topic, Integer partition, Long offset) {}

    /** What lies at {@code found}, with up to {@code bodyBytes} of its body. */
    static DeadLetter of(ConsumerRecord<byte[], byte[]> found, int bodyBytes) {
        Headers headers = found.headers();
        return new DeadLetter(
                found.offset(),
                Instant.ofEpochMilli(found.timestamp()),
                text(headers, MessageHeaders.REASON_CODE),
                text(headers, MessageHeaders.REASON),
                origin(headers),
                MessageHeaders.text(headers, MessageCodec.TYPE_HEADER),
                found.key() == null ? null : new String(found.key(), StandardCharsets.UTF_8),
                found.value() == null ? 0 : found.value().length,
                BodyText.of(found.value(), bodyBytes));
    }

    private static Origin origin(Headers headers) {
        String topic = text(headers, MessageHeaders.TOPIC);
        try {
            return new Origin(
                    topic,
                    Integer.valueOf(String.valueOf(text(headers, MessageHeaders.PARTITION))),
                    Long.valueOf(String.valueOf(text(headers, MessageHeaders.OFFSET))));
        } catch (NumberFormatException e) {
            return new Origin(topic, null, null);
        }
    }

    /** A header's text; the gateway once wrote underscores for hyphens, and what it wrote is kept for a month. */
    private static String text(Headers headers, String name) {
        String text = MessageHeaders.text(headers, name);
        return text == null ? MessageHeaders.text(headers, name.replace('-', '_')) : text;
    }
}
