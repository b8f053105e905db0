package dev.gangway.gateway.messaging;

import dev.gangway.contracts.worker.WorkerHeartbeat;
import dev.gangway.gateway.persistence.WorkerRepository;
import dev.gangway.ledger.broker.Reception;
import dev.gangway.ledger.broker.RefusedMessageException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives the workers' signs of life; a record without a body says that a worker took its leave. */
@ApplicationScoped
class WorkersConsumer {

    private final Reception reception;
    private final WorkerRepository workers;
    private final InstantSource clock;

    WorkersConsumer(Reception reception, WorkerRepository workers, InstantSource clock) {
        this.clock = clock;
        this.reception = reception;
        this.workers = workers;
    }

    @Incoming("workers")
    @Blocking("records")
    void consume(ConsumerRecord<byte[], byte[]> incoming) {
        if (incoming.value() == null && incoming.key() != null) {
            String worker = new String(incoming.key(), StandardCharsets.UTF_8);
            reception.act(incoming, () -> QuarkusTransaction.requiringNew().run(() -> workers.remove(worker)));
        } else {
            reception.receive(incoming, WorkerHeartbeat.class, heartbeat -> note(incoming, heartbeat));
        }
    }

    /** A worker speaks for itself, under its own key: another's would be forgotten with that one, and never by its own leave. */
    private void note(ConsumerRecord<byte[], byte[]> incoming, WorkerHeartbeat heartbeat) {
        if (!Arrays.equals(incoming.key(), heartbeat.worker().getBytes(StandardCharsets.UTF_8))) {
            throw new RefusedMessageException(
                    "claim-mismatch", "a sign of life of worker " + heartbeat.worker() + " under another key");
        }
        QuarkusTransaction.requiringNew().run(() -> workers.put(heartbeat, clock.instant()));
    }
}
