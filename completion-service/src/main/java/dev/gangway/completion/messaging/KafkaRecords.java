package dev.gangway.completion.messaging;

import dev.gangway.ledger.broker.MessageHeaders;
import dev.gangway.ledger.outbox.OutboxRecord;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Sends records to any topic. */
@ApplicationScoped
class KafkaRecords {

    private static final String SOURCE = "/gangway/completion";

    private final Emitter<byte[]> emitter;
    private final InstantSource clock;

    // The relay waits for its batch, so what is buffered is bounded by the batch.
    KafkaRecords(
            @Channel("records") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<byte[]> emitter,
            InstantSource clock) {
        this.emitter = emitter;
        this.clock = clock;
    }

    /** Sends a promised message; the stage completes when the broker has acknowledged it. */
    CompletionStage<Void> send(OutboxRecord promised) {
        return send(promised.topic(), bytes(promised.key()), MessageHeaders.of(promised, SOURCE), promised.body());
    }

    /** Sends a message that is already JSON; the stage completes when the broker has acknowledged it. */
    CompletionStage<Void> send(String topic, String key, String type, byte[] body) {
        return send(topic, bytes(key), MessageHeaders.ofMessage(type, SOURCE, clock.instant()), body);
    }

    /** Sends a record as it is, whose key and body may be null; the stage completes when the broker has acknowledged it. */
    CompletionStage<Void> send(String topic, byte[] key, Headers headers, byte[] body) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        OutgoingKafkaRecordMetadata<byte[]> metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withTopic(topic)
                .withKey(key)
                .withHeaders(headers)
                .build();
        emitter.send(Message.of(body)
                .addMetadata(metadata)
                .withAck(() -> {
                    acknowledged.complete(null);
                    return CompletableFuture.completedFuture(null);
                })
                .withNack(reason -> {
                    acknowledged.completeExceptionally(reason);
                    return CompletableFuture.completedFuture(null);
                }));
        return acknowledged;
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
