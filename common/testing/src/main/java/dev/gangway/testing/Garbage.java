package dev.gangway.testing;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;

/** Lets the garbage collector do at a chosen moment, or all the time, what it may do at any. */
public final class Garbage implements AutoCloseable {

    private static final int LONGEST_MILLISECONDS = 120_000;
    private static final int[] SIZES = {4, 8, 64, 1_024};
    private static final int OF_EACH_SIZE = 64;

    private final CountDownLatch first = new CountDownLatch(1);
    private final Thread thread = new Thread(this::collectUntilClosed, "garbage");
    private volatile boolean closed;
    private volatile int collections;

    private Garbage() {}

    /** Frees the memory of every Java buffer that nobody refers to any more, and writes over memory that is free. */
    public static void collect() {
        collectOnce();
        // References are processed in the order of collections: with this one's, the first's are all done.
        collectOnce();
        overwrite();
    }

    /** Starts a thread that makes and collects garbage until it is closed, and has done so once when this returns. */
    public static Garbage beside() {
        Garbage garbage = new Garbage();
        garbage.thread.setDaemon(true);
        garbage.thread.start();
        await(garbage.first);
        return garbage;
    }

    /** How often garbage was collected beside. */
    public int collections() {
        return collections;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void collectUntilClosed() {
        int done = 0;
        while (!closed) {
            collect();
            collections = ++done;
            first.countDown();
        }
    }

    private static void collectOnce() {
        ReferenceQueue<Object> processed = new ReferenceQueue<>();
        PhantomReference<Object> sentinel = new PhantomReference<>(new Object(), processed);
        System.gc();
        try {
            if (processed.remove(LONGEST_MILLISECONDS) != sentinel) {
                throw new IllegalStateException("System.gc() collects nothing: is it disabled in this JVM?");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void overwrite() {
        for (int size : SIZES) {
            for (int i = 0; i < OF_EACH_SIZE; i++) {
                ByteBuffer buffer = ByteBuffer.allocateDirect(size);
                while (buffer.hasRemaining()) {
                    buffer.put((byte) (i + 1));
                }
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while garbage was collected", e);
    }
}
