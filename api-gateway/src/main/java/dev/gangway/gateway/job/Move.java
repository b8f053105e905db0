package dev.gangway.gateway.job;

import dev.gangway.contracts.job.JobState;
import java.time.Instant;

/**
 * A change of a job's state, as its history keeps it.
 *
 * @param from the state before; null for the first
 * @param to the state after
 * @param cause why
 * @param actor who: a client, the gateway's admission, or a worker by name
 * @param at when
 */
public record Move(JobState from, JobState to, MoveCause cause, String actor, Instant at) {}
