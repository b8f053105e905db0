package dev.gangway.artifacts.image;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory for ImageIO's decoders. Whatever a decoder does between two reads, it comes back here for more of the file, and is
 * told to end when its time is over.
 */
final class WatchedInput extends ImageInputStreamImpl {

    /** A read of this many bytes at most, so that the next look at the clock comes soon. */
    private static final int PIECE = 4096;

    private final byte[] file;
    private final DecodingWatch watch;

    WatchedInput(byte[] file, DecodingWatch watch) {
        this.file = file;
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (streamPos >= file.length) {
            return -1;
        }
        if (streamPos % PIECE == 0) {
            watch.requireTime();
        }
        return Byte.toUnsignedInt(file[(int) streamPos++]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        watch.requireTime();
        if (streamPos >= file.length) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(Math.min(length, PIECE), file.length - (int) streamPos);
        System.arraycopy(file, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return file.length;
    }
}
