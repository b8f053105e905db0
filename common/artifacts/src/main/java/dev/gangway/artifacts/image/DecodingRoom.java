package dev.gangway.artifacts.image;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The memory and processors that decoding may take of this process. Whoever decodes takes as much as the picture needs, and waits while it is
 * not there: in no order, for whoever waits looks every now and then whether anybody still wants the picture, and lines up anew.
 */
final class DecodingRoom {

    /** More than half of the heap: the rest of it has other uses. */
    private static final double SHARE = 0.6;

    private static final int UNIT = 1 << 10;
    private static final long LOOK_AROUND_MILLIS = 200;

    private static final DecodingRoom OF_THIS_PROCESS = new DecodingRoom(
            (long) (Runtime.getRuntime().maxMemory() * SHARE),
            Runtime.getRuntime().availableProcessors());

    private final int units;
    private final Semaphore memory;
    private final Semaphore processors;

    DecodingRoom(long bytes, int processors) {
        this.units = (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes / UNIT));
        this.memory = new Semaphore(units, true);
        this.processors = new Semaphore(processors, true);
    }

    /** The one that all decoders share. */
    static DecodingRoom ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /** A place in the room, to be given back. */
    interface Place {
        void leave();
    }

    /** How many bytes there are. */
    long bytes() {
        return (long) units * UNIT;
    }

    /** Whether so many bytes are ever there. */
    boolean holds(long bytes) {
        return bytes <= bytes();
    }

    /**
     * Takes room for a picture that the room {@link #holds}.
     *
     * @throws CancellationException when {@code stop} says so, or the thread is interrupted
     */
    Place enter(long bytes, BooleanSupplier stop) {
        int wanted = (int) Math.max(1, (bytes + UNIT - 1) / UNIT);
        acquire(processors, 1, stop);
        try {
            acquire(memory, wanted, stop);
        } catch (CancellationException e) {
            processors.release();
            throw e;
        }
        return () -> {
            memory.release(wanted);
            processors.release();
        };
    }

    private static void acquire(Semaphore semaphore, int permits, BooleanSupplier stop) {
        try {
            while (!semaphore.tryAcquire(permits, LOOK_AROUND_MILLIS, TimeUnit.MILLISECONDS)) {
                if (stop.getAsBoolean()) {
                    throw new CancellationException("nobody waits for the picture any more");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for room to decode a picture");
        }
    }
}
