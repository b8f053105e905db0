package dev.gangway.ledger.broker;

import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.contracts.message.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers of records: CloudEvents in binary mode, and the reason why a record is a dead letter. */
public final class MessageHeaders {

    /** A dead letter's header with the stable code of the reason. */
    public static final String REASON_CODE = "gangway-reason-code";

    /** A dead letter's header with the reason for a person. */
    public static final String REASON = "gangway-reason";

    private MessageHeaders() {}

    /**
     * The headers of a message.
     *
     * @param type its CloudEvents type
     * @param source the service that sends it, as a URI reference
     * @param at when it is sent
     */
    public static Headers ofMessage(String type, String source, Instant at) {
        Headers headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", UUID.randomUUID().toString());
        add(headers, "ce_source", source);
        add(headers, MessageCodec.TYPE_HEADER, type);
        add(headers, "ce_time", at.toString());
        add(headers, "content-type", "application/json");
        return headers;
    }

    /** The headers of a dead letter: those that {@code unreadable} came with, the reason, and where it stood. */
    public static Headers ofDeadLetter(ConsumerRecord<?, ?> unreadable, UnreadableMessageException reason) {
        Headers headers = new RecordHeaders(unreadable.headers());
        add(headers, REASON_CODE, reason.code());
        add(headers, REASON, String.valueOf(reason.getMessage()));
        add(headers, "gangway-topic", unreadable.topic());
        add(headers, "gangway-partition", Integer.toString(unreadable.partition()));
        add(headers, "gangway-offset", Long.toString(unreadable.offset()));
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
