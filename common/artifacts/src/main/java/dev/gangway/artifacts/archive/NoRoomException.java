package dev.gangway.artifacts.archive;

/** What was received needs memory that is not there. */
public final class NoRoomException extends RuntimeException {

    private final boolean everFits;

    NoRoomException(long wanted, long room) {
        super("it takes some " + mebibytes(wanted) + " MiB of memory to work on what was sent, "
                + (wanted <= room
                        ? "and others take too much of the " + mebibytes(room) + " MiB that there are just now"
                        : "more than the " + mebibytes(room) + " MiB that there are: send it in parts"));
        this.everFits = wanted <= room;
    }

    /** Whether it makes sense to send it again later. */
    public boolean everFits() {
        return everFits;
    }

    private static long mebibytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
