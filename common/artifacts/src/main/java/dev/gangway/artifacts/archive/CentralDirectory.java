package dev.gangway.artifacts.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * The table of contents at an archive's end, of which only the entries and their lengths are counted, before a reader makes objects of them: what the archive
 * itself says of their number need not be true.
 */
final class CentralDirectory {

    private static final int END = 0x06054B50;
    private static final int END_LENGTH = 22;
    private static final int ZIP64_LOCATOR = 0x07064B50;
    private static final int ZIP64_LOCATOR_LENGTH = 20;
    private static final int ENTRY = 0x02014B50;
    private static final int ENTRY_LENGTH = 46;
    /** What a reader's objects for one entry take, as measured, without what stands in the table. */
    private static final int OBJECT_BYTES = 700;

    /** How often names are held at once: as they are, decoded, in one form, as paths. */
    private static final int COPIES = 6;

    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long bufferAt;

    private CentralDirectory(FileChannel file) {
        this.file = file;
        buffer.limit(0);
    }

    /**
     * Why a reader may not make objects of the entries, if it may not; an archive without a table of contents has none.
     *
     * @param most how many there may be
     * @param memory how many bytes of the heap they may take
     */
    static Optional<String> fault(int most, long memory, FileChannel file) throws IOException {
        CentralDirectory directory = new CentralDirectory(file);
        long at = directory.start();
        long needed = 0;
        for (int count = 0; at >= 0 && directory.has(at, ENTRY_LENGTH) && directory.intAt(at) == ENTRY; count++) {
            if (count == most) {
                return Optional.of("more entries than the " + most + " allowed");
            }
            long length = ENTRY_LENGTH
                    + (long) directory.shortAt(at + 28)
                    + directory.shortAt(at + 30)
                    + directory.shortAt(at + 32);
            at += length;
            needed += OBJECT_BYTES + COPIES * length;
            if (needed > memory) {
                return Optional.of("its " + (count + 1) + " first entries alone, with their names, take more than the "
                        + (memory >> 20)
                        + " MiB of memory there are for them: send fewer files at once, or shorter names");
            }
        }
        return Optional.empty();
    }

    /** Where the first entry is; negative when there is no table. */
    private long start() throws IOException {
        long end = end();
        if (end < 0) {
            return -1;
        }
        long locator = end - ZIP64_LOCATOR_LENGTH;
        if (has(locator, ZIP64_LOCATOR_LENGTH) && intAt(locator) == ZIP64_LOCATOR) {
            long zip64 = longAt(locator + 8);
            return has(zip64, 56) ? longAt(zip64 + 48) : -1;
        }
        long size = Integer.toUnsignedLong(intAt(end + 12));
        long offset = Integer.toUnsignedLong(intAt(end + 16));
        // What stands before the archive, such as a program that unpacks it, is not counted in its offsets.
        return offset + Math.max(end - size - offset, 0);
    }

    private long end() throws IOException {
        long last = file.size() - END_LENGTH;
        for (long at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (intAt(at) == END) {
                return at;
            }
        }
        return -1;
    }

    private int shortAt(long at) throws IOException {
        return Short.toUnsignedInt(buffer.getShort(fill(at)));
    }

    private int intAt(long at) throws IOException {
        return buffer.getInt(fill(at));
    }

    private long longAt(long at) throws IOException {
        return buffer.getLong(fill(at));
    }

    private boolean has(long at, int length) throws IOException {
        return at >= 0 && at <= file.size() - length;
    }

    /** Reads so that at least a header's length from {@code at} on is there, as far as the file has it; returns where it is. */
    private int fill(long at) throws IOException {
        boolean there = at >= bufferAt && at + Math.min(ENTRY_LENGTH, file.size() - at) <= bufferAt + buffer.limit();
        if (!there) {
            // Whoever looks for the end goes backwards.
            bufferAt = Math.max(0, Math.min(at, file.size() - BUFFER));
            buffer.clear();
            for (int read = 0; read >= 0 && buffer.hasRemaining(); ) {
                read = file.read(buffer, bufferAt + buffer.position());
            }
            buffer.flip();
        }
        return (int) (at - bufferAt);
    }
}
