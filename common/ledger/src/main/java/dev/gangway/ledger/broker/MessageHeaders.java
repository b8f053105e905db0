package dev.gangway.ledger.broker;

import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.ledger.outbox.OutboxRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers of records: CloudEvents in binary mode, and the reason why a record is a dead letter. */
public final class MessageHeaders {

    /** A dead letter's header with the stable code of the reason. */
    public static final String REASON_CODE = "gangway-reason-code";

    /** A dead letter's header with the reason for a person. */
    public static final String REASON = "gangway-reason";

    /** A dead letter's header with the topic that it stood on. */
    public static final String TOPIC = "gangway-topic";

    /** A dead letter's header with the partition that it stood in. */
    public static final String PARTITION = "gangway-partition";

    /** A dead letter's header with the offset that it stood at. */
    public static final String OFFSET = "gangway-offset";

    /** The header of a dead letter that was sent to its topic again: {@code <topic>/<partition>/<offset>} of the dead letter. */
    public static final String REPLAYED_FROM = "gangway-replayed-from";

    /** A dead letter's header with the size in bytes of the record of which it is only the beginning. */
    public static final String CUT = "gangway-cut";

    private static final List<String> OF_DEAD_LETTERS = List.of(REASON_CODE, REASON, TOPIC, PARTITION, OFFSET, CUT);
    private static final int REASON_LENGTH = 1_000;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private MessageHeaders() {}

    /**
     * The headers of a promised message: the same however often it is sent, so that who gets it twice can see that.
     *
     * @param source the service that promised it, as a URI reference
     */
    public static Headers of(OutboxRecord promised, String source) {
        return of(promised.identity(), promised.type(), source, promised.at());
    }

    /**
     * The headers of a message that is sent once, without a promise.
     *
     * @param type its CloudEvents type
     * @param source the service that sends it, as a URI reference
     * @param at when it is sent
     */
    public static Headers ofMessage(String type, String source, Instant at) {
        return of(UUID.randomUUID(), type, source, at);
    }

    private static Headers of(UUID identity, String type, String source, Instant at) {
        Headers headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", identity.toString());
        add(headers, "ce_source", source);
        add(headers, MessageCodec.TYPE_HEADER, type);
        add(headers, "ce_time", at.toString());
        add(headers, "content-type", "application/json");
        return headers;
    }

    /**
     * The headers of a dead letter: those that {@code putAside} came with, the reason, and where it stood.
     *
     * @param code a stable code in kebab case
     * @param reason the reason for a person; what is longer than 1,000 characters is cut off
     */
    public static Headers ofDeadLetter(ConsumerRecord<?, ?> putAside, String code, String reason) {
        Headers headers = new RecordHeaders(putAside.headers());
        add(headers, REASON_CODE, code);
        add(headers, REASON, line(reason));
        add(headers, TOPIC, putAside.topic());
        add(headers, PARTITION, Integer.toString(putAside.partition()));
        add(headers, OFFSET, Long.toString(putAside.offset()));
        return headers;
    }

    /** Those of {@link #ofDeadLetter}, and how many bytes the record had before it was cut. */
    static Headers ofCutDeadLetter(ConsumerRecord<?, ?> cut, String code, String reason, long size) {
        Headers headers = ofDeadLetter(cut, code, reason);
        add(headers, CUT, Long.toString(size));
        return headers;
    }

    /** The headers of a dead letter that is sent to its topic again: those that it first came with, and where it lay. */
    public static Headers ofReplay(ConsumerRecord<?, ?> deadLetter) {
        Headers headers = new RecordHeaders(deadLetter.headers());
        OF_DEAD_LETTERS.forEach(headers::remove);
        headers.remove(REPLAYED_FROM);
        add(headers, REPLAYED_FROM, deadLetter.topic() + "/" + deadLetter.partition() + "/" + deadLetter.offset());
        return headers;
    }

    /** A header's text; null when there is none. */
    public static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** A reason as one line of 1,000 characters at most: it may quote what a record holds, and goes into logs and headers. */
    static String line(String reason) {
        String text = String.valueOf(reason);
        String cut = text.length() <= REASON_LENGTH ? text : text.substring(0, REASON_LENGTH);
        return UNPRINTABLE.matcher(cut).replaceAll("\uFFFD");
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
