package dev.gangway.completion.messaging;

import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.LedgerUnavailableException;
import dev.gangway.ledger.assignment.Task;
import dev.gangway.ledger.broker.IncomingMessage;
import dev.gangway.ledger.worker.Worker;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes each completion task in the workers' ledger; its record is acknowledged after that. */
@ApplicationScoped
class CompletionTaskConsumer {

    private final Assignments assignments;
    private final Worker worker;
    private final DeadLetters deadLetters;

    CompletionTaskConsumer(Assignments assignments, Worker worker, DeadLetters deadLetters) {
        this.assignments = assignments;
        this.worker = worker;
        this.deadLetters = deadLetters;
    }

    @Incoming("completion-tasks")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, retryOn = LedgerUnavailableException.class)
    void receive(ConsumerRecord<String, byte[]> incoming) {
        try {
            CompletionTask task = IncomingMessage.in(incoming, CompletionTask.class);
            assignments.accept(new Task(task.job(), task.task()), task.attempt(), task);
            worker.wake();
        } catch (UnreadableMessageException e) {
            deadLetters.add(incoming, e);
        }
    }
}
