package dev.gangway.completion.messaging;

import dev.gangway.contracts.event.JobCommand;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.ledger.assignment.Cancellations;
import dev.gangway.ledger.assignment.LedgerUnavailableException;
import dev.gangway.ledger.broker.IncomingMessage;
import dev.gangway.ledger.worker.Worker;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Ends work on completion jobs on command. */
@ApplicationScoped
class JobCommandConsumer {

    private final Cancellations cancellations;
    private final Worker worker;
    private final DeadLetters deadLetters;

    JobCommandConsumer(Cancellations cancellations, Worker worker, DeadLetters deadLetters) {
        this.cancellations = cancellations;
        this.worker = worker;
        this.deadLetters = deadLetters;
    }

    @Incoming("job-commands")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, retryOn = LedgerUnavailableException.class)
    void receive(ConsumerRecord<String, byte[]> incoming) {
        try {
            JobCommand command = IncomingMessage.in(incoming, JobCommand.class);
            if (command.kind() == JobKind.COMPLETION) {
                act(command);
            }
        } catch (UnreadableMessageException e) {
            deadLetters.add(incoming, e);
        }
    }

    private void act(JobCommand command) {
        switch (command.wish()) {
            case CANCEL -> {
                cancellations.cancel(command.job());
                worker.cancel(command.job());
            }
            case PREEMPT -> worker.preempt(command.job(), command.token());
        }
    }
}
