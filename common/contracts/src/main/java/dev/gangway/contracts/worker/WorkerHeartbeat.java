package dev.gangway.contracts.worker;

import dev.gangway.contracts.job.JobKind;
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
public record WorkerHeartbeat(String worker, JobKind kind, String device, int slots, int busy, Instant at) {}
