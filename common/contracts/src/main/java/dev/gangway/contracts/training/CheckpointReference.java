package dev.gangway.contracts.training;

import dev.gangway.contracts.job.TeamId;

/**
 * A checkpoint with what is needed to find it in the store.
 *
 * @param team whose it is
 * @param model the model it belongs to
 * @param id the checkpoint
 */
public record CheckpointReference(TeamId team, String model, CheckpointId id) {}
