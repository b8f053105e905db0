package dev.gangway.gateway.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads what a {@link Spool} keeps; several may read it at once. */
final class SpoolStream extends InputStream {

    private static final int END = -1;
    private static final int BYTE_MASK = 0xff;

    private final FileChannel file;
    private final ByteBuffer memory;
    private long position;

    /** Reads {@code file}; or, when that is null, {@code memory}. */
    SpoolStream(FileChannel file, ByteBuffer memory) {
        this.file = file;
        this.memory = memory;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == END ? END : one[0] & BYTE_MASK;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return file == null ? readMemory(target, offset, length) : readFile(target, offset, length);
    }

    private int readFile(byte[] target, int offset, int length) throws IOException {
        int read = file.read(ByteBuffer.wrap(target, offset, length), position);
        position += Math.max(read, 0);
        return read;
    }

    private int readMemory(byte[] target, int offset, int length) {
        int read = Math.min(length, memory.remaining());
        memory.get(target, offset, read);
        return read == 0 && length > 0 ? END : read;
    }

    @Override
    public int available() throws IOException {
        long left = file == null ? memory.remaining() : file.size() - position;
        return (int) Math.min(left, Integer.MAX_VALUE);
    }
}
