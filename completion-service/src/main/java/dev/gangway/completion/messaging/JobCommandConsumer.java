package dev.gangway.completion.messaging;

import dev.gangway.contracts.event.JobCommand;
import dev.gangway.ledger.broker.Reception;
import dev.gangway.ledger.worker.JobCommands;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what is commanded of jobs. */
@ApplicationScoped
class JobCommandConsumer {

    private final Reception reception;
    private final JobCommands commands;

    JobCommandConsumer(Reception reception, JobCommands commands) {
        this.reception = reception;
        this.commands = commands;
    }

    @Incoming("job-commands")
    @Blocking
    void receive(ConsumerRecord<byte[], byte[]> incoming) {
        reception.overhear(incoming, JobCommand.class, commands::obey);
    }
}
