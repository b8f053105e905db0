package dev.gangway.ledger.broker;

import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.contracts.message.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads the message that a record carries. */
public final class IncomingMessage {

    private IncomingMessage() {}

    /**
     * The message in {@code incoming}, which must be a {@code expected}.
     *
     * @throws UnreadableMessageException with a stable code when it is not
     */
    public static <T> T in(ConsumerRecord<?, byte[]> incoming, Class<T> expected) throws UnreadableMessageException {
        Header type = incoming.headers().lastHeader(MessageCodec.TYPE_HEADER);
        return MessageCodec.read(
                type == null ? null : new String(type.value(), StandardCharsets.UTF_8), incoming.value(), expected);
    }
}
