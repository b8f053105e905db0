package dev.gangway.contracts.worker;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * A worker's capacity and sign of life, on {@code gangway.workers}, keyed by worker.
 *
 * @param worker the worker's name, unique per process
 * @param kind the jobs that it takes
 * @param device where it computes, such as {@code cpu} or {@code cuda:0}
 * @param slots how many tasks it works on at once
 * @param busy how many it works on now
 * @param at when this was so
 */
public record WorkerHeartbeat(
        @NotNull @Text String worker,
        @NotNull JobKind kind,
        @NotNull @Text(max = 100) String device,
        @Min(1) @Max(WorkerHeartbeat.SLOTS) int slots,
        @Min(0) @Max(WorkerHeartbeat.SLOTS) int busy,
        @NotNull Instant at) {

    /** How many tasks a worker works on at once at most. */
    public static final int SLOTS = 1_024;
}
