package dev.gangway.trainer.messaging;

import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.contracts.training.TrainingJob;
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

/** Notes each training job in the trainers' ledger; its record is acknowledged after that. */
@ApplicationScoped
class TrainingJobConsumer {

    private final Assignments assignments;
    private final Worker worker;
    private final DeadLetters deadLetters;

    TrainingJobConsumer(Assignments assignments, Worker worker, DeadLetters deadLetters) {
        this.assignments = assignments;
        this.worker = worker;
        this.deadLetters = deadLetters;
    }

    @Incoming("training-jobs")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, retryOn = LedgerUnavailableException.class)
    void receive(ConsumerRecord<String, byte[]> incoming) {
        try {
            TrainingJob job = IncomingMessage.in(incoming, TrainingJob.class);
            assignments.accept(new Task(job.job(), 0), job.attempt(), job);
            worker.wake();
        } catch (UnreadableMessageException e) {
            deadLetters.add(incoming, e);
        }
    }
}
