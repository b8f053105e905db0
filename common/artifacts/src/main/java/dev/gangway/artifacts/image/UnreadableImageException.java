package dev.gangway.artifacts.image;

/** A file is no image that Gangway reads; the message names it and says why. */
public final class UnreadableImageException extends Exception {

    private final String name;
    private final String reason;

    UnreadableImageException(String name, String reason, Throwable cause) {
        super(name + ": " + reason, cause);
        this.name = name;
        this.reason = reason;
    }

    /** The file's name. */
    public String name() {
        return name;
    }

    /** Why it cannot be read. */
    public String reason() {
        return reason;
    }
}
