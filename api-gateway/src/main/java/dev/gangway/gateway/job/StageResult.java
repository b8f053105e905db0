package dev.gangway.gateway.job;

import dev.gangway.contracts.recipe.StageKind;
import java.time.Instant;
import java.util.Map;

/**
 * How a stage of a training job ended.
 *
 * @param stage which, from 0
 * @param kind what it trained
 * @param updates updates done in it
 * @param reason why it ended
 * @param figures what was measured on held-out images
 * @param at when it ended
 */
public record StageResult(
        int stage, StageKind kind, long updates, String reason, Map<String, Double> figures, Instant at) {}
