package dev.gangway.gateway.lifecycle;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.event.JobCommand;
import dev.gangway.gateway.job.Job;
import dev.gangway.ledger.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Tells workers to let go of a job. */
@ApplicationScoped
class CancelCommands {

    private final Outbox outbox;
    private final InstantSource clock;

    CancelCommands(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Promises the command as part of the transaction at hand. */
    void send(Job job) {
        JobCommand command = new JobCommand(job.id(), job.work().kind(), JobCommand.Wish.CANCEL, clock.instant());
        outbox.append(Topics.JOB_COMMANDS, job.id().toString(), command);
    }
}
