package dev.gangway.gan.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.array.NativeArray;
import dev.gangway.gan.network.Architecture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Takes numbered batches of images to the device. While one is used, the next {@value #AHEAD} are put together by another
 * thread, in buffers that are used again and again; what a batch holds depends on its number alone. For one thread.
 *
 * <p>Batches are expected in the order of their numbers, and the latest may be asked for again; any other may be asked for
 * too, and takes as long as it takes.
 */
public final class PrefetchingFeed {

    /** A ranked step takes five batches, but reading is a fraction of computing: two bridge a pause. */
    private static final int AHEAD = 2;

    private final ImageSource source;
    private final BatchOrder order;
    private final ExecutorService thread;
    private final Deque<Pending> ahead = new ArrayDeque<>();
    private final Deque<ByteBuffer> free = new ArrayDeque<>();
    private Batch latest;

    PrefetchingFeed(ImageSource source, BatchOrder order, ExecutorService thread) {
        this.source = source;
        this.order = order;
        this.thread = thread;
    }

    /**
     * The batch numbered {@code number} on the device of {@code scope}: (batch, 3, size, size), float32 in [-1, 1].
     *
     * <p>What the source throws while it is put together is thrown here.
     */
    public NDArray batch(NDManager scope, long number) {
        if (latest == null || latest.number() != number) {
            advanceTo(number);
        }
        int size = source.size();
        Shape shape = new Shape(latest.count(), Architecture.COLOURS, size, size);
        return Pixels.toSigned(NativeArray.of(scope, latest.pixels().rewind(), shape, DataType.UINT8));
    }

    private void advanceTo(long number) {
        if (latest != null) {
            free.add(latest.pixels());
            latest = null;
        }
        if (ahead.isEmpty() || ahead.peek().number() != number) {
            drop();
            prepare(number);
        }
        latest = await(ahead.remove().batch());
        long next = number + 1 + ahead.size();
        while (ahead.size() < AHEAD) {
            prepare(next++);
        }
    }

    /** Forgets what was prepared; a buffer that is being filled is left to it. */
    private void drop() {
        ahead.forEach(pending -> pending.batch().cancel(false));
        ahead.clear();
    }

    private void prepare(long number) {
        ByteBuffer buffer = free.isEmpty() ? ByteBuffer.allocateDirect(0) : free.remove();
        ahead.add(new Pending(number, thread.submit(() -> assemble(number, buffer))));
    }

    private Batch assemble(long number, ByteBuffer buffer) {
        BatchOrder.Selection selection = order.batch(number);
        int image = Architecture.COLOURS * source.size() * source.size();
        int length = Math.multiplyExact(selection.indices().length, image);
        ByteBuffer pixels = buffer.capacity() == length
                ? buffer.clear()
                : ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
        source.copy(selection.indices(), pixels);
        for (int place = 0; place < selection.mirrored().length; place++) {
            if (selection.mirrored()[place]) {
                mirror(pixels, place * image, image);
            }
        }
        return new Batch(number, selection.indices().length, pixels.flip());
    }

    /** Turns every row of one image around. */
    private void mirror(ByteBuffer pixels, int start, int length) {
        int size = source.size();
        byte[] row = new byte[size];
        for (int offset = start; offset < start + length; offset += size) {
            pixels.get(offset, row);
            for (int left = 0, right = size - 1; left < right; left++, right--) {
                byte swapped = row[left];
                row[left] = row[right];
                row[right] = swapped;
            }
            pixels.put(offset, row);
        }
    }

    private Batch await(Future<Batch> batch) {
        try {
            return batch.get();
        } catch (ExecutionException e) {
            drop();
            throw thrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a batch was put together", e);
        }
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }

    /** A batch on its way. */
    private record Pending(long number, Future<Batch> batch) {}

    /** A batch as uint8 (batch, channel, height, width). */
    private record Batch(long number, int count, ByteBuffer pixels) {}
}
