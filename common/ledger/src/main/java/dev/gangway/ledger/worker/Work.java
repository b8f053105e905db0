package dev.gangway.ledger.worker;

import dev.gangway.ledger.assignment.Lease;

/** What a worker does with a task that it claimed. */
@FunctionalInterface
public interface Work {

    /**
     * Works on the task until it is done or {@code stop} asks to end; what it writes is guarded by the lease.
     *
     * @return what became of it; an exception counts as the machine's failure
     */
    Outcome run(Lease lease, StopSignal stop) throws Exception;
}
