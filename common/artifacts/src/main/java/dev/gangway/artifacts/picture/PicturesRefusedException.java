package dev.gangway.artifacts.picture;

/** The objects under a prefix are no pictures that can be completed; the message names the file and says why. */
public final class PicturesRefusedException extends Exception {

    private final String file;

    PicturesRefusedException(String file, String reason) {
        super(file + ": " + reason);
        this.file = file;
    }

    /** The file at fault, by its path under the prefix; empty when it is all of them. */
    public String file() {
        return file;
    }
}
