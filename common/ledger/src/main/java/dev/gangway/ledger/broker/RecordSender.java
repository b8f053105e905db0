package dev.gangway.ledger.broker;

import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.Headers;

/** Hands a record to the broker as it is. */
@FunctionalInterface
public interface RecordSender {

    /**
     * Sends a record; the stage completes when the broker has acknowledged it.
     *
     * @param key may be null
     * @param body may be null
     */
    CompletionStage<Void> send(String topic, byte[] key, Headers headers, byte[] body);
}
