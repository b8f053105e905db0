package dev.gangway.local.images;

import dev.gangway.artifacts.archive.FileNotice;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP archive that comes into being as it is read, a piece at a time: nothing is packed, because images are already. */
public final class ArchiveStream extends InputStream {

    private static final int PIECE = 1 << 16;

    private final Iterator<Source> files;
    private final Closeable origin;
    private final List<FileNotice> notices;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(packed);
    private final byte[] piece = new byte[PIECE];
    private byte[] ready = {};
    private int position;
    private InputStream current;
    private boolean complete;
    private IOException failure;

    /**
     * A file of the archive.
     *
     * @param name in the archive
     * @param content opens it
     */
    record Source(String name, Opening content) {}

    /** Opens a file. */
    interface Opening {
        InputStream open() throws IOException;
    }

    /** An archive of {@code files}, which come from {@code origin}; {@code notices} say what of that is not among them. */
    ArchiveStream(List<Source> files, Closeable origin, List<FileNotice> notices) {
        this.files = files.iterator();
        this.origin = origin;
        this.notices = List.copyOf(notices);
        zip.setLevel(Deflater.NO_COMPRESSION);
    }

    /** What whoever sends the files should know of them. */
    public List<FileNotice> notices() {
        return notices;
    }

    /** Why a file could not be read: who reads on behalf of somebody may hear of the end alone. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        try {
            while (position == ready.length && !complete) {
                pack();
                ready = packed.toByteArray();
                packed.reset();
                position = 0;
            }
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        if (position == ready.length) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, ready.length - position);
        System.arraycopy(ready, position, target, offset, count);
        position += count;
        return count;
    }

    /** Adds the next piece of a file, the beginning of the next file, or the archive's table of contents. */
    private void pack() throws IOException {
        if (current != null) {
            int count = current.read(piece);
            if (count >= 0) {
                zip.write(piece, 0, count);
                return;
            }
            current.close();
            current = null;
            zip.closeEntry();
        } else if (files.hasNext()) {
            Source next = files.next();
            zip.putNextEntry(new ZipEntry(next.name()));
            current = next.content().open();
        } else {
            zip.close();
            complete = true;
        }
    }

    @Override
    public void close() throws IOException {
        complete = true;
        try (origin) {
            if (current != null) {
                current.close();
            }
        }
    }
}
