package dev.gangway.artifacts.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

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
    private static final int OBJECT_BYTES = 500;

    /** What they take for each note of a packer beside an entry's name, which may have four bytes. */
    private static final int NOTE_BYTES = 100;

    private static final int NOTE_LENGTH = 4;

    /** How often names are held at once: as they are, decoded, in one form, as paths. */
    private static final int COPIES = 6;

    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int BUFFER = 1 << 16;

    private final SeekableByteChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long bufferAt;

    private CentralDirectory(SeekableByteChannel file) {
        this.file = file;
        buffer.limit(0);
    }

    /**
     * How many bytes of the heap a reader's objects for the entries take, about; an archive without a table of contents has none.
     *
     * @param most how many entries there may be
     * @param memory how many bytes they may take
     * @throws ArchiveRefusedException when they are more, or take more
     */
    static long memory(int most, long memory, SeekableByteChannel file) throws IOException, ArchiveRefusedException {
        CentralDirectory directory = new CentralDirectory(file);
        long at = directory.start();
        long needed = 0;
        for (int count = 0; at >= 0 && directory.has(at, ENTRY_LENGTH) && directory.intAt(at) == ENTRY; count++) {
            if (count == most) {
                throw new ArchiveRefusedException("archive", "more entries than the " + most + " allowed", null);
            }
            int name = directory.shortAt(at + 28);
            int notes = directory.shortAt(at + 30);
            long length = ENTRY_LENGTH + (long) name + notes + directory.shortAt(at + 32);
            needed += OBJECT_BYTES + COPIES * length + NOTE_BYTES * directory.notes(at + ENTRY_LENGTH + name, notes);
            at += length;
            if (needed > memory) {
                throw new ArchiveRefusedException("archive", tooMuch(count + 1, memory), null);
            }
        }
        return needed;
    }

    /** How many notes there are from {@code at} on, in so many bytes. */
    private long notes(long at, int bytes) throws IOException {
        long count = 0;
        long end = at + bytes;
        for (long note = at;
                note + NOTE_LENGTH <= end && has(note, NOTE_LENGTH);
                note += NOTE_LENGTH + shortAt(note + 2)) {
            count++;
        }
        return count;
    }

    private static String tooMuch(int entries, long memory) {
        return "its " + entries + " first entries alone, with their names, take more than the " + (memory >> 20)
                + " MiB of memory there are for them: send fewer files at once, or shorter names";
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
            file.position(bufferAt);
            for (int read = 0; read >= 0 && buffer.hasRemaining(); ) {
                read = file.read(buffer);
            }
            buffer.flip();
        }
        return (int) (at - bufferAt);
    }
}
