package dev.gangway.gateway.messaging;

import dev.gangway.contracts.event.JobEvent;
import dev.gangway.gateway.lifecycle.JobEventProjection;
import dev.gangway.ledger.broker.Reception;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives what workers tell about jobs. */
@ApplicationScoped
class JobEventsConsumer {

    private final Reception reception;
    private final JobEventProjection projection;

    JobEventsConsumer(Reception reception, JobEventProjection projection) {
        this.reception = reception;
        this.projection = projection;
    }

    @Incoming("job-events")
    @Blocking("records")
    void consume(ConsumerRecord<byte[], byte[]> incoming) {
        reception.receive(incoming, JobEvent.class, projection::project);
    }
}
