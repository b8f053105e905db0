package dev.gangway.artifacts.image.format;

/** A file is none that can be decoded; the message says why, for whoever sent it. */
public final class MalformedFileException extends Exception {

    MalformedFileException(String reason) {
        super(reason);
    }
}
