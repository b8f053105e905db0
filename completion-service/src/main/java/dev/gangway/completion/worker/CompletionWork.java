package dev.gangway.completion.worker;

import dev.gangway.completion.task.Failures;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.ledger.assignment.Claim;
import dev.gangway.ledger.assignment.Lease;
import dev.gangway.ledger.worker.ClaimLostException;
import dev.gangway.ledger.worker.ClaimTellers;
import dev.gangway.ledger.worker.Outcome;
import dev.gangway.ledger.worker.StopSignal;
import dev.gangway.ledger.worker.Work;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Does a claimed task, and says whose fault it is when that fails. */
@Singleton
class CompletionWork implements Work {

    private static final Logger LOG = Logger.getLogger(CompletionWork.class);

    private final Steps steps;
    private final ClaimTellers tellers;
    private final MeterRegistry meters;

    CompletionWork(Steps steps, ClaimTellers tellers, MeterRegistry meters) {
        this.steps = steps;
        this.tellers = tellers;
        this.meters = meters;
    }

    @Override
    public Outcome run(Lease lease, StopSignal stop) {
        try {
            return work(lease.claim(), stop);
        } catch (ClaimLostException e) {
            return new Outcome.Stopped();
        } catch (TaskRefusedException | UnreadableMessageException | RuntimeException e) {
            return failed(lease.claim(), Failures.of(e));
        }
    }

    private Outcome work(Claim claim, StopSignal stop) throws UnreadableMessageException, TaskRefusedException {
        CompletionTask task = claim.message(CompletionTask.class);
        return steps.run(task, tellers.of(claim), stop);
    }

    private Outcome failed(Claim claim, JobFailure failure) {
        LOG.warnf(
                "job=%s task=%d failed: %s, %s",
                claim.task().job(), claim.task().number(), failure.code(), failure.detail());
        meters.counter("gangway.completion.failures", "code", failure.code()).increment();
        return new Outcome.Failed(failure);
    }
}
