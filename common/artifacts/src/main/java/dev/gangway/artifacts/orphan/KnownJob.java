package dev.gangway.artifacts.orphan;

import dev.gangway.contracts.training.CheckpointId;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a job.
 *
 * @param ended whether no worker will ever work on it again
 * @param tokens by task, the token of the newest claim; 0 or none before the first
 * @param deleted its checkpoints that are not kept any more
 */
public record KnownJob(boolean ended, Map<Integer, Long> tokens, Set<CheckpointId> deleted) {

    public KnownJob {
        tokens = Map.copyOf(tokens);
        deleted = Set.copyOf(deleted);
    }

    /** Whether a newer claim on the task is known than the one with {@code token}. */
    boolean isSuperseded(int task, long token) {
        return token < tokens.getOrDefault(task, 0L);
    }
}
