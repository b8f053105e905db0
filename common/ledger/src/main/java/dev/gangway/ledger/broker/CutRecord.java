package dev.gangway.ledger.broker;

import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The beginning of a record that does not fit among the dead letters together with its reason: enough to see whose it was, and marked so that
 * nobody takes it for the whole.
 *
 * @param record the whole
 * @param key its key; its beginning when it is long; null when it had none
 * @param body the beginning of its body; null when it had none
 */
record CutRecord(ConsumerRecord<byte[], byte[]> record, byte[] key, byte[] body) {

    private static final int KEY_BYTES = 1_024;
    private static final int BODY_BYTES = 65_536;
    private static final int HEADER_BYTES = 1_024;
    private static final int HEADERS = 50;

    static CutRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new CutRecord(record, beginning(record.key(), KEY_BYTES), beginning(record.value(), BODY_BYTES));
    }

    /** The first short headers that it came with, the reason, where it stood, and how large it was. */
    Headers headers(String code, String reason) {
        ConsumerRecord<byte[], byte[]> bare =
                new ConsumerRecord<>(record.topic(), record.partition(), record.offset(), key, body);
        Arrays.stream(record.headers().toArray())
                .filter(CutRecord::isShort)
                .limit(HEADERS)
                .forEach(bare.headers()::add);
        return MessageHeaders.ofCutDeadLetter(bare, code, reason, size());
    }

    private long size() {
        long headers = Arrays.stream(record.headers().toArray())
                .mapToLong(header -> header.key().length() + lengthOf(header.value()))
                .sum();
        return headers + lengthOf(record.key()) + lengthOf(record.value());
    }

    private static boolean isShort(Header header) {
        return header.key().length() + lengthOf(header.value()) <= HEADER_BYTES;
    }

    private static int lengthOf(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static byte[] beginning(byte[] whole, int bytes) {
        return whole == null || whole.length <= bytes ? whole : Arrays.copyOf(whole, bytes);
    }
}
