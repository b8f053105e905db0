package dev.gangway.gan.image;

import dev.gangway.gan.network.Architecture;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/**
 * Images in memory.
 *
 * @param size height and width in pixels
 * @param pixels uint8 RGB as (image, channel, height, width)
 */
public record ImageArray(int size, byte[] pixels) implements ImageSource {

    public ImageArray {
        if (size < 1 || pixels.length % (Architecture.COLOURS * size * size) != 0) {
            throw new IllegalArgumentException(
                    pixels.length + " bytes are not a whole number of RGB images of " + size + " pixels");
        }
    }

    @Override
    public int count() {
        return pixels.length / length();
    }

    @Override
    public void copy(int[] indices, ByteBuffer target) {
        for (int index : indices) {
            target.put(pixels, index * length(), length());
        }
    }

    /** The images numbered {@code indices}, as an array of their own. */
    public ImageArray select(int... indices) {
        ByteBuffer selected = ByteBuffer.allocate(indices.length * length());
        copy(indices, selected);
        return new ImageArray(size, selected.array());
    }

    /** Copies the images numbered {@code indices} out of {@code source}. */
    public static ImageArray of(ImageSource source, int... indices) {
        ByteBuffer copied = ByteBuffer.allocate(indices.length * Architecture.COLOURS * source.size() * source.size());
        source.copy(indices, copied);
        return new ImageArray(source.size(), copied.array());
    }

    /** The numbers 0 to {@code count - 1}: the first images of a source. */
    public static int[] first(int count) {
        return IntStream.range(0, count).toArray();
    }

    private int length() {
        return Architecture.COLOURS * size * size;
    }
}
