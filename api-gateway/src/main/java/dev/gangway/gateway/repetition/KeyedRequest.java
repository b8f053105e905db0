package dev.gangway.gateway.repetition;

import dev.gangway.contracts.job.TeamId;

/**
 * A request under a key.
 *
 * @param team who asks
 * @param key the key
 * @param target what is asked for beside the body: method, path and parameters
 */
public record KeyedRequest(TeamId team, String key, String target) {}
