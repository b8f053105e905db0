package dev.gangway.artifacts.dataset;

/** An archive cannot become a dataset; the message names the entry and says why. */
public final class ArchiveRefusedException extends Exception {

    private final String entry;

    ArchiveRefusedException(String entry, String reason, Throwable cause) {
        super(entry + ": " + reason, cause);
        this.entry = entry;
    }

    /** The entry at fault, or {@code archive} when it is the archive itself. */
    public String entry() {
        return entry;
    }
}
