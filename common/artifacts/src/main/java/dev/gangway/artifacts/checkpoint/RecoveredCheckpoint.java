package dev.gangway.artifacts.checkpoint;

import java.util.List;

/**
 * The newest checkpoint of a line that is whole.
 *
 * @param checkpoint with all its parts
 * @param refused why each newer one was passed over, the newest first; empty when the newest is whole
 */
public record RecoveredCheckpoint(Checkpoint checkpoint, List<CorruptCheckpointException> refused) {

    public RecoveredCheckpoint {
        refused = List.copyOf(refused);
    }
}
