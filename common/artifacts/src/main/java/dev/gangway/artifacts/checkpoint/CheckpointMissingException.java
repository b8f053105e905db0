package dev.gangway.artifacts.checkpoint;

import dev.gangway.contracts.training.CheckpointReference;

/** There is no such checkpoint. */
public final class CheckpointMissingException extends RuntimeException {

    CheckpointMissingException(CheckpointReference checkpoint, Throwable cause) {
        super(
                "there is no checkpoint " + checkpoint.id() + " of " + checkpoint.team() + "/" + checkpoint.model(),
                cause);
    }
}
