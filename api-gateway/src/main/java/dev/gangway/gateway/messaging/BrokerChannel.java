package dev.gangway.gateway.messaging;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Hands records to the broker, each to a topic of its own. */
@ApplicationScoped
public class BrokerChannel {

    private static final int WAITING_AT_MOST = 1_000;

    private final Emitter<byte[]> emitter;

    BrokerChannel(
            @Channel("outgoing") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = WAITING_AT_MOST)
                    Emitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Sends a record, whose key and body may be null; the stage completes when the broker has acknowledged it. */
    public CompletionStage<Void> send(String topic, byte[] key, Headers headers, byte[] body) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        Metadata metadata = Metadata.of(OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withTopic(topic)
                .withKey(key)
                .withHeaders(headers)
                .build());
        emitter.send(Message.of(
                body,
                metadata,
                () -> {
                    acknowledged.complete(null);
                    return CompletableFuture.completedFuture(null);
                },
                failure -> {
                    acknowledged.completeExceptionally(failure);
                    return CompletableFuture.completedFuture(null);
                }));
        return acknowledged;
    }
}
