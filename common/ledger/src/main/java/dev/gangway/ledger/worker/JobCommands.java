package dev.gangway.ledger.worker;

import dev.gangway.contracts.event.JobCommand;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.ledger.assignment.Cancellations;

/** Ends work on jobs of one kind by command; what is commanded about other kinds is others' business. */
public final class JobCommands {

    private final JobKind kind;
    private final Cancellations cancellations;
    private final Worker worker;

    public JobCommands(JobKind kind, Cancellations cancellations, Worker worker) {
        this.kind = kind;
        this.cancellations = cancellations;
        this.worker = worker;
    }

    /**
     * Notes the wish durably where it concerns all workers, and tells it to the worker that runs here.
     *
     * @throws dev.gangway.ledger.assignment.LedgerUnavailableException when it could not be noted
     */
    public void obey(JobCommand command) {
        if (command.kind() != kind) {
            return;
        }
        switch (command.wish()) {
            case CANCEL -> {
                cancellations.cancel(command.job());
                worker.cancel(command.job());
            }
            case PREEMPT -> worker.preempt(command.job(), command.token());
        }
    }
}
