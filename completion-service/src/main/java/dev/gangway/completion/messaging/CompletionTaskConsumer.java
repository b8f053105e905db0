package dev.gangway.completion.messaging;

import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Received;
import dev.gangway.ledger.assignment.Task;
import dev.gangway.ledger.broker.Reception;
import dev.gangway.ledger.worker.Worker;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes each completion task in the workers' ledger; its record is acknowledged after that. */
@ApplicationScoped
class CompletionTaskConsumer {

    private final Reception reception;
    private final Assignments assignments;
    private final Worker worker;

    CompletionTaskConsumer(Reception reception, Assignments assignments, Worker worker) {
        this.reception = reception;
        this.assignments = assignments;
        this.worker = worker;
    }

    @Incoming("completion-tasks")
    @Blocking
    void receive(ConsumerRecord<byte[], byte[]> incoming) {
        reception.receive(incoming, CompletionTask.class, this::note);
    }

    private void note(CompletionTask task) {
        assignments.accept(
                new Received(new Task(task.job(), task.task()), task.attempt(), task.team(), task.sumsUp(), task));
        worker.wake();
    }
}
