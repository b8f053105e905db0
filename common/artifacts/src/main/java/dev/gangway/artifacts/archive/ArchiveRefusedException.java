package dev.gangway.artifacts.archive;

/** An archive cannot be taken; the message names the entry and says why. */
public final class ArchiveRefusedException extends Exception {

    private final String entry;

    /** Refuses {@code entry}, or the archive itself when it is called {@code archive}. */
    public ArchiveRefusedException(String entry, String reason, Throwable cause) {
        super(entry + ": " + reason, cause);
        this.entry = entry;
    }

    /** The entry at fault, or {@code archive} when it is the archive itself. */
    public String entry() {
        return entry;
    }
}
