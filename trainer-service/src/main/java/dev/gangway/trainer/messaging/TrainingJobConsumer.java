package dev.gangway.trainer.messaging;

import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Received;
import dev.gangway.ledger.assignment.Task;
import dev.gangway.ledger.broker.Reception;
import dev.gangway.ledger.worker.Worker;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes each training job in the trainers' ledger; its record is acknowledged after that. */
@ApplicationScoped
class TrainingJobConsumer {

    private final Reception reception;
    private final Assignments assignments;
    private final Worker worker;

    TrainingJobConsumer(Reception reception, Assignments assignments, Worker worker) {
        this.reception = reception;
        this.assignments = assignments;
        this.worker = worker;
    }

    @Incoming("training-jobs")
    @Blocking
    void receive(ConsumerRecord<byte[], byte[]> incoming) {
        reception.receive(incoming, TrainingJob.class, this::note);
    }

    private void note(TrainingJob job) {
        assignments.accept(new Received(new Task(job.job(), 0), job.attempt(), job.team(), false, job));
        worker.wake();
    }
}
