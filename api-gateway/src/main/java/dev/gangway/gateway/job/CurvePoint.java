package dev.gangway.gateway.job;

import java.time.Instant;
import java.util.Map;

/**
 * A point of a training job's curves.
 *
 * @param stage the stage, from 0
 * @param step updates done in the stage
 * @param values each value by name
 * @param at when it was measured
 */
public record CurvePoint(int stage, long step, Map<String, Double> values, Instant at) {}
