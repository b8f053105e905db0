package dev.gangway.contracts.training;

import dev.gangway.contracts.job.TeamId;

/**
 * One version of a dataset in the store.
 *
 * @param team whose it is
 * @param name what it is called
 * @param version which version, from 1
 */
public record DatasetReference(TeamId team, String name, int version) {}
