package dev.gangway.ledger.worker;

import dev.gangway.contracts.event.JobFailure;
import java.util.List;

/** What became of a task. */
public sealed interface Outcome {

    /**
     * It is done.
     *
     * @param messages the job events and metrics that say so
     */
    record Done(List<?> messages) implements Outcome {
        public Done {
            messages = List.copyOf(messages);
        }
    }

    /**
     * It failed.
     *
     * @param resultKey the object that sums up what was found out all the same; null when there is none
     */
    record Failed(JobFailure failure, String resultKey) implements Outcome {

        /** A failure that leaves nothing behind. */
        public Failed(JobFailure failure) {
            this(failure, null);
        }
    }

    /** It ended early because the stop signal asked for it, and whatever is needed to go on later is stored. */
    record Stopped() implements Outcome {}
}
