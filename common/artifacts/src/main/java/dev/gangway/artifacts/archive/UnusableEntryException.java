package dev.gangway.artifacts.archive;

/** One file of an archive cannot be unpacked; the others can. */
public final class UnusableEntryException extends Exception {

    private final transient LeftOutFile file;

    UnusableEntryException(LeftOutFile file, Throwable cause) {
        super(file.name() + ": " + file.reason(), cause);
        this.file = file;
    }

    /** Which file, and why. */
    public LeftOutFile file() {
        return file;
    }
}
