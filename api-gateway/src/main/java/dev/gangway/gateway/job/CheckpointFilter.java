package dev.gangway.gateway.job;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;

/**
 * Which checkpoints are asked for.
 *
 * @param team whose
 * @param job written by which job; null for all
 * @param model of which model; null for all
 * @param stage of which stage; null for all
 */
public record CheckpointFilter(TeamId team, JobId job, String model, Integer stage) {}
