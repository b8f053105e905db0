package dev.gangway.gateway.job;

import dev.gangway.contracts.training.CheckpointId;

/**
 * A checkpoint as retention looks at it.
 *
 * @param id which
 * @param stageEnd whether its stage ended with it
 * @param gap GoGAN eq. (6) on held-out images, measured last before it; null when nothing was measured
 */
public record Measured(CheckpointId id, boolean stageEnd, Double gap) {}
