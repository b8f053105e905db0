package dev.gangway.gateway.deadletter;

import dev.gangway.gateway.job.ReplayTally;
import java.time.Instant;

/**
 * A dead letter that was sent to its topic again.
 *
 * @param offset which
 * @param topic where it was sent
 * @param at when
 * @param before how often it had been sent before
 */
public record Replayed(long offset, String topic, Instant at, ReplayTally before) {}
