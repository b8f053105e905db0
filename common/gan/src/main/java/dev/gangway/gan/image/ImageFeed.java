package dev.gangway.gan.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.array.NativeArray;
import dev.gangway.gan.network.Architecture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Takes batches of images to the device through one buffer that is used again and again; for one thread. */
public final class ImageFeed {

    private final ImageSource source;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

    public ImageFeed(ImageSource source) {
        this.source = source;
    }

    /** The images numbered {@code indices} on the device of {@code scope}: (batch, 3, size, size), float32 in [-1, 1]. */
    public NDArray batch(NDManager scope, int[] indices) {
        Shape shape = new Shape(indices.length, Architecture.COLOURS, source.size(), source.size());
        int length = Math.toIntExact(shape.size());
        if (buffer.capacity() != length) {
            buffer = ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
        }
        buffer.clear();
        source.copy(indices, buffer);
        return Pixels.toSigned(NativeArray.of(scope, buffer.flip(), shape, DataType.UINT8));
    }
}
