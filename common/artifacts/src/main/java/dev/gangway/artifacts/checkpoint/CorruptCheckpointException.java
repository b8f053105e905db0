package dev.gangway.artifacts.checkpoint;

import dev.gangway.contracts.training.CheckpointReference;

/** A checkpoint is not what its manifest says; the message names it and the object at fault. */
public final class CorruptCheckpointException extends RuntimeException {

    CorruptCheckpointException(CheckpointReference checkpoint, String reason, Throwable cause) {
        super("the checkpoint " + checkpoint.id() + " is corrupt: " + reason, cause);
    }
}
