package dev.gangway.gateway.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Reads what a {@link Spool} keeps, which stays when this is closed; several may read it at once, each from its own place. */
final class SpoolChannel implements SeekableByteChannel {

    private static final int END = -1;

    private final FileChannel file;
    private final ByteBuffer memory;
    private long position;
    private boolean closed;

    /** Reads {@code file}; or, when that is null, {@code memory}. */
    SpoolChannel(FileChannel file, ByteBuffer memory) {
        this.file = file;
        this.memory = memory;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        int read = file == null ? readMemory(target) : file.read(target, position);
        position += Math.max(read, 0);
        return read;
    }

    private int readMemory(ByteBuffer target) {
        if (position >= memory.limit()) {
            return END;
        }
        int count = (int) Math.min(target.remaining(), memory.limit() - position);
        target.put(memory.slice((int) position, count));
        return count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        if (newPosition < 0) {
            throw new IllegalArgumentException("there is nothing before the beginning, at " + newPosition);
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() throws IOException {
        return file == null ? memory.limit() : file.size();
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
