package dev.gangway.gateway.rest;

/** A watcher who knows everything asks for what followed. */
final class StreamEndedException extends RuntimeException {

    StreamEndedException() {
        super("the job has ended, and everything was told");
    }
}
