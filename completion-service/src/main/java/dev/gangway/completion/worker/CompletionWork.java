package dev.gangway.completion.worker;

import dev.gangway.completion.batch.BatchCompletion;
import dev.gangway.completion.merge.FigureMerge;
import dev.gangway.completion.task.ClaimTeller;
import dev.gangway.completion.task.Failures;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.completion.CompletionTask.CompleteImages;
import dev.gangway.contracts.completion.CompletionTask.MergeFigures;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Claim;
import dev.gangway.ledger.assignment.Lease;
import dev.gangway.ledger.worker.Outcome;
import dev.gangway.ledger.worker.StopSignal;
import dev.gangway.ledger.worker.Work;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Completes a task's images, or merges the figures of a job's tasks. */
@Singleton
class CompletionWork implements Work {

    private static final Logger LOG = Logger.getLogger(CompletionWork.class);

    private final BatchCompletion completion;
    private final FigureMerge merge;
    private final Assignments assignments;
    private final InstantSource clock;
    private final MeterRegistry meters;

    CompletionWork(
            BatchCompletion completion,
            FigureMerge merge,
            Assignments assignments,
            InstantSource clock,
            MeterRegistry meters) {
        this.completion = completion;
        this.merge = merge;
        this.assignments = assignments;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Outcome run(Lease lease, StopSignal stop) {
        try {
            return work(lease.claim(), stop);
        } catch (ClaimTeller.ClaimLostException e) {
            return new Outcome.Stopped();
        } catch (TaskRefusedException | UnreadableMessageException | RuntimeException e) {
            return failed(lease.claim(), Failures.of(e));
        }
    }

    private Outcome work(Claim claim, StopSignal stop) throws UnreadableMessageException, TaskRefusedException {
        CompletionTask task = claim.message(CompletionTask.class);
        ClaimTeller teller = new ClaimTeller(assignments, claim, clock);
        if (task instanceof CompleteImages images) {
            return completion.run(images, teller, stop);
        }
        return merge.run((MergeFigures) task, teller, stop);
    }

    private Outcome failed(Claim claim, JobFailure failure) {
        LOG.warnf(
                "job=%s task=%d failed: %s, %s",
                claim.task().job(), claim.task().number(), failure.code(), failure.detail());
        meters.counter("gangway.completion.failures", "code", failure.code()).increment();
        return new Outcome.Failed(failure);
    }
}
