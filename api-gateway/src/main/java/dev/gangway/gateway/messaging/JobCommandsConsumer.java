package dev.gangway.gateway.messaging;

import dev.gangway.contracts.event.JobCommand;
import dev.gangway.ledger.broker.Reception;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Looks through the commands for what cannot be read. Every worker reads all of them, at each start anew, and each would put the same records
 * aside again; the gateway's replicas read each once.
 */
@ApplicationScoped
class JobCommandsConsumer {

    private final Reception reception;

    JobCommandsConsumer(Reception reception) {
        this.reception = reception;
    }

    @Incoming("job-commands")
    @Blocking("records")
    void consume(ConsumerRecord<byte[], byte[]> incoming) {
        if (incoming.value() != null) {
            reception.receive(incoming, JobCommand.class, command -> {});
        }
    }
}
