package dev.gangway.gan.image;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one thread of a training that puts batches together while the device computes. It starts with the first batch, and
 * ends with {@link #close()}.
 */
public final class BatchAssembler implements AutoCloseable {

    private static final long LONGEST_READ_SECONDS = 60;

    private final AtomicReference<Thread> running = new AtomicReference<>();

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread created = new Thread(task, "gangway-batches");
        created.setDaemon(true);
        running.set(created);
        return created;
    });

    /** The batches of {@code source} in {@code order}, each put together ahead of its use. */
    public PrefetchingFeed feed(ImageSource source, BatchOrder order) {
        return new PrefetchingFeed(source, order, thread);
    }

    /** Waits until nothing reads any source any more, and the thread is gone. */
    @Override
    public void close() {
        // Not interrupted: that would close the file that is being read, for everybody.
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_READ_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a batch is still being read after " + LONGEST_READ_SECONDS + " s");
            }
            Thread last = running.get();
            if (last != null) {
                last.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
