package dev.gangway.artifacts.picture;

/** Under a prefix lies nothing that can be completed; the message names what was found. */
public final class PicturesRefusedException extends Exception {

    PicturesRefusedException(String reason) {
        super(reason);
    }
}
