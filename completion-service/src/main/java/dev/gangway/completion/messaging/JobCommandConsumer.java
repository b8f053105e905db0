package dev.gangway.completion.messaging;

import dev.gangway.contracts.event.JobCommand;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.ledger.assignment.LedgerUnavailableException;
import dev.gangway.ledger.broker.IncomingMessage;
import dev.gangway.ledger.worker.JobCommands;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what is commanded of jobs. */
@ApplicationScoped
class JobCommandConsumer {

    private final JobCommands commands;
    private final DeadLetters deadLetters;

    JobCommandConsumer(JobCommands commands, DeadLetters deadLetters) {
        this.commands = commands;
        this.deadLetters = deadLetters;
    }

    @Incoming("job-commands")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, retryOn = LedgerUnavailableException.class)
    void receive(ConsumerRecord<String, byte[]> incoming) {
        try {
            commands.obey(IncomingMessage.in(incoming, JobCommand.class));
        } catch (UnreadableMessageException e) {
            deadLetters.add(incoming, e);
        }
    }
}
