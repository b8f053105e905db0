package dev.gangway.trainer.dataset;

import dev.gangway.gan.image.ImageSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * The images of a file, read by position when they are asked for; the file may be deleted meanwhile. Memory holds one image
 * for each thread that reads.
 */
final class FileImages implements ImageSource, AutoCloseable {

    private static final int COLOURS = 3;

    private final Path file;
    private final FileChannel channel;
    private final int size;
    private final int count;

    /** Opens {@code file} of {@code count} images, uint8 as (image, height, width, channel). */
    FileImages(Path file, int size, int count) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.size = size;
        this.count = count;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void copy(int[] indices, ByteBuffer target) {
        byte[] planar = new byte[COLOURS * size * size];
        ByteBuffer interleaved = ByteBuffer.allocate(planar.length);
        for (int index : indices) {
            read(Objects.checkIndex(index, count), interleaved.clear());
            toPlanes(interleaved.array(), planar);
            target.put(planar);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void read(int index, ByteBuffer image) {
        long position = (long) index * image.capacity();
        try {
            while (image.hasRemaining()) {
                if (channel.read(image, position + image.position()) < 0) {
                    throw new EOFException("it ends within image " + index);
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("the images in " + file + " cannot be read: " + e, e);
    }

    /** From (height, width, channel) to (channel, height, width). */
    private static void toPlanes(byte[] interleaved, byte[] planar) {
        int pixels = planar.length / COLOURS;
        for (int pixel = 0, source = 0; pixel < pixels; pixel++) {
            for (int colour = 0; colour < COLOURS; colour++) {
                planar[colour * pixels + pixel] = interleaved[source++];
            }
        }
    }
}
