package dev.gangway.gateway.messaging;

import dev.gangway.contracts.worker.WorkerHeartbeat;
import dev.gangway.gateway.persistence.WorkerRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives the workers' signs of life; a record without a body says that a worker took its leave. */
@ApplicationScoped
class WorkersConsumer {

    private final Reception reception;
    private final WorkerRepository workers;

    WorkersConsumer(Reception reception, WorkerRepository workers) {
        this.reception = reception;
        this.workers = workers;
    }

    @Incoming("workers")
    @Blocking("records")
    void consume(ConsumerRecord<String, byte[]> incoming) {
        if (incoming.value() == null && incoming.key() != null) {
            reception.act(incoming, () -> QuarkusTransaction.requiringNew().run(() -> workers.remove(incoming.key())));
        } else {
            reception.receive(incoming, WorkerHeartbeat.class, heartbeat -> QuarkusTransaction.requiringNew()
                    .run(() -> workers.put(heartbeat)));
        }
    }
}
