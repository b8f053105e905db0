package dev.gangway.gateway.lifecycle;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.event.JobCommand;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.Task;
import dev.gangway.ledger.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Tells workers to let go of a job. */
@ApplicationScoped
class WorkerCommands {

    private final Outbox outbox;
    private final InstantSource clock;

    WorkerCommands(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Promises, as part of the transaction at hand, that whoever holds the job is told to let go of it. */
    void cancel(Job job) {
        promise(JobCommand.cancel(job.id(), job.work().kind(), clock.instant()));
    }

    /** Promises, as part of the transaction at hand, that the present holder is told to store what it has and give the task back. */
    void preempt(Job job, Task task) {
        promise(JobCommand.preempt(job.id(), job.work().kind(), task.token(), clock.instant()));
    }

    private void promise(JobCommand command) {
        outbox.append(Topics.JOB_COMMANDS, command.job().toString(), command);
    }
}
