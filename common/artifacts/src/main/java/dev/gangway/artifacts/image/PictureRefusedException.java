package dev.gangway.artifacts.image;

/** A picture cannot be completed with the mask that it came with; the message says why, for whoever sent them. */
public final class PictureRefusedException extends Exception {

    PictureRefusedException(String reason) {
        super(reason);
    }
}
