package dev.gangway.artifacts.checkpoint;

/** A newer claim has published a checkpoint of this job: whoever holds the older one must stop. */
public final class StaleTokenException extends RuntimeException {

    StaleTokenException(CheckpointLine line, long token, long newer) {
        super("job " + line.job() + " was taken over: token " + newer + " has published, token " + token + " may not");
    }
}
