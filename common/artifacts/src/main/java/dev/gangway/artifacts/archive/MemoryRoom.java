package dev.gangway.artifacts.archive;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that received files may take together while they are worked on: what archives' tables of contents become, the largest file of each, what is
 * made of them. Nobody waits in here, which would hold a thread: who finds no place is told so, and comes again.
 *
 * @see NoRoomException
 */
public final class MemoryRoom {

    /** Decoding images has a share of its own, of 0.6, and what else a process does needs the rest. */
    private static final double SHARE = 0.33;

    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    private MemoryRoom(long bytes) {
        this.bytes = bytes;
    }

    /** A room of so many bytes. */
    public static MemoryRoom of(long bytes) {
        return new MemoryRoom(bytes);
    }

    /** A third of this process's heap: one for all that is received at once. */
    public static MemoryRoom ofHeap() {
        return new MemoryRoom((long) (Runtime.getRuntime().maxMemory() * SHARE));
    }

    /** How many bytes there are, taken or not. */
    public long bytes() {
        return bytes;
    }

    /**
     * Takes a place for so many bytes.
     *
     * @throws NoRoomException when they are not there just now, or ever
     */
    public Place enter(long wanted) {
        Place place = new Place();
        place.add(wanted);
        return place;
    }

    /** What somebody took of the room, until it is closed. For one thread. */
    public final class Place implements AutoCloseable {

        private long held;

        private Place() {}

        /**
         * Takes more.
         *
         * @throws NoRoomException when that is not there; the place stays as it was
         */
        public void add(long more) {
            if (taken.addAndGet(more) > bytes) {
                taken.addAndGet(-more);
                throw new NoRoomException(held + more, bytes);
            }
            held += more;
        }

        @Override
        public void close() {
            taken.addAndGet(-held);
            held = 0;
        }
    }
}
