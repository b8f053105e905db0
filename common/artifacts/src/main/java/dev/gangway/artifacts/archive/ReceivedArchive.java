package dev.gangway.artifacts.archive;

import dev.gangway.artifacts.store.ObjectPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A ZIP archive from somebody who may mean harm, read where it lies: its table of contents is at its end.
 *
 * <p>Folders and {@linkplain HiddenFiles hidden files} are passed over. An archive that exceeds a limit is refused, as is one whose
 * names lead out of it or whose entries lie in each other; an entry that cannot be unpacked is told of, and the others are there.
 */
public final class ReceivedArchive implements AutoCloseable {

    /** Of the largest file, while it is unpacked and passed on. */
    private static final int COPIES = 2;

    /** Of the heap, for the archive of a process that works on one alone. */
    private static final double SHARE = 0.75;

    private static final int LOCAL_HEADER_LENGTH = 30;

    private final ZipFile zip;
    private final ArchiveLimits limits;
    private final MemoryRoom.Place place;
    private final int fileBytes;
    private long bytesLeft;
    private long[] begins = {};

    private ReceivedArchive(ZipFile zip, long packed, ArchiveLimits limits, MemoryRoom.Place place, int fileBytes) {
        this.zip = zip;
        this.limits = limits;
        this.place = place;
        this.fileBytes = fileBytes;
        this.bytesLeft = limits.unpackedOf(packed);
    }

    /**
     * Opens an archive that lies on this machine, and stays there.
     *
     * @throws ArchiveRefusedException when it is no ZIP archive
     */
    public static ReceivedArchive at(Path path, ArchiveLimits limits, int fileBytes)
            throws IOException, ArchiveRefusedException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        MemoryRoom own = MemoryRoom.of((long) (Runtime.getRuntime().maxMemory() * SHARE));
        try {
            return open(file, new Archives(limits, own), fileBytes);
        } catch (IOException | ArchiveRefusedException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Opens what {@code archives} let in; {@code file} stays open when that fails. */
    static ReceivedArchive open(SeekableByteChannel file, Archives archives, int fileBytes)
            throws IOException, ArchiveRefusedException {
        ArchiveLimits limits = archives.limits();
        if (file.size() > limits.bytes()) {
            throw new ArchiveRefusedException("archive", "more than the " + limits.bytes() + " bytes allowed", null);
        }
        long needed = CentralDirectory.memory(limits.entries(), archives.room().bytes(), file);
        byte[] beginning = ForeignFile.beginning(file);
        MemoryRoom.Place place = archives.room().enter(needed);
        try {
            // What stands before each file is read with the file: thousands of entries may name one place, with 65 kB
            // of notes.
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(file)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            return new ReceivedArchive(zip, file.size(), limits, place, fileBytes);
        } catch (IOException | RuntimeException e) {
            place.close();
            // The reader meets some damage with exceptions that are not meant for it.
            throw new ArchiveRefusedException(
                    "archive", "no readable ZIP archive: " + ForeignFile.reason(beginning, e), e);
        }
    }

    /**
     * What it holds, by the table of contents alone.
     *
     * @throws NoRoomException when there is no memory for its largest file
     */
    public ArchiveContents contents() throws ArchiveRefusedException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        requireApart(entries);
        EntryNames names = new EntryNames(entries);
        List<ArchiveFile> files = new ArrayList<>();
        List<LeftOutFile> unusable = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Map.Entry<ZipArchiveEntry, String> entry : names.all().entrySet()) {
            EntryCheck.requireInside(entry.getValue());
            String name = NameText.plain(entry.getValue());
            if (name.isEmpty() || name.endsWith("/")) {
                continue;
            }
            if (HiddenFiles.hidePath(name)) {
                hidden.add(name);
                continue;
            }
            Optional<LeftOutFile> fault = EntryCheck.fault(name, entry.getKey());
            if (fault.isPresent()) {
                unusable.add(fault.get());
            } else if (known.add(name)) {
                files.add(new ArchiveFile(ObjectPath.parse(name), entry.getKey()));
            } else {
                unusable.add(new LeftOutFile(name, "name-twice", "the name occurs twice in the archive"));
            }
        }
        requireModest(files);
        reserve(COPIES * largest(files));
        List<FileNotice> notices = new ArrayList<>(FileNotice.hidden(hidden));
        notices.addAll(names.notices());
        return new ArchiveContents(files, unusable, notices);
    }

    /**
     * Unpacks one file.
     *
     * @throws UnusableEntryException when it is damaged, or larger than one file may be
     * @throws ArchiveRefusedException when all files together are larger than allowed
     */
    public byte[] content(ArchiveFile file) throws ArchiveRefusedException, UnusableEntryException {
        byte[] content = unpacked(file);
        requireBeforeTheNext(file);
        if (content.length > bytesLeft) {
            throw tooMuch(file.name());
        }
        bytesLeft -= content.length;
        if (content.length > fileBytes) {
            throw unusable(file, "file-too-large", "has more than the " + fileBytes + " bytes allowed", null);
        }
        requireIntact(file, content);
        return content;
    }

    /** Reads one file as {@link #content} does, where one that cannot be unpacked is reason enough to refuse the archive. */
    public byte[] wholeContent(ArchiveFile file) throws ArchiveRefusedException {
        try {
            return content(file);
        } catch (UnusableEntryException e) {
            throw new ArchiveRefusedException(file.name(), e.file().reason(), e);
        }
    }

    /**
     * Takes memory for what is made of the files, for as long as this is open.
     *
     * @throws NoRoomException when it is not there
     */
    public void reserve(long bytes) {
        place.add(bytes);
    }

    @Override
    public void close() {
        place.close();
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("an archive cannot be closed", e);
        }
    }

    /** Entries that lie in each other make a small archive unpack to any size. */
    private void requireApart(List<ZipArchiveEntry> entries) throws ArchiveRefusedException {
        List<ZipArchiveEntry> inPlace = entries.stream()
                .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
                .toList();
        for (int i = 1; i < inPlace.size(); i++) {
            ZipArchiveEntry before = inPlace.get(i - 1);
            if (before.getLocalHeaderOffset()
                            + LOCAL_HEADER_LENGTH
                            + before.getRawName().length
                            + before.getCompressedSize()
                    > inPlace.get(i).getLocalHeaderOffset()) {
                throw new ArchiveRefusedException(
                        inPlace.get(i).getName(), "lies within the entry " + before.getName(), null);
            }
        }
        begins = inPlace.stream()
                .mapToLong(ZipArchiveEntry::getLocalHeaderOffset)
                .toArray();
    }

    /** The same once more, when it is known how long the notes before a file's content are. */
    private void requireBeforeTheNext(ArchiveFile file) throws ArchiveRefusedException {
        int at = Arrays.binarySearch(begins, file.entry().getLocalHeaderOffset());
        boolean last = at == begins.length - 1;
        if (!last && file.entry().getDataOffset() + file.entry().getCompressedSize() > begins[at + 1]) {
            throw new ArchiveRefusedException(file.name(), "lies within the next entry", null);
        }
    }

    private void requireModest(List<ArchiveFile> files) throws ArchiveRefusedException {
        long claimed = 0;
        for (ArchiveFile file : files) {
            claimed += Math.max(0, file.entry().getSize());
            if (claimed > bytesLeft) {
                throw tooMuch(file.name());
            }
        }
    }

    private long largest(List<ArchiveFile> files) {
        return files.stream()
                .mapToLong(file -> Math.min(fileBytes, Math.max(0, file.entry().getSize())))
                .max()
                .orElse(0);
    }

    private ArchiveRefusedException tooMuch(String name) {
        return new ArchiveRefusedException(
                name,
                "with it the files unpack to more than they may: " + limits.expandedBytes()
                        + " bytes, and no more than "
                        + limits.ratio() + " times the archive's size once they exceed " + limits.harmlessBytes()
                        + " bytes",
                null);
    }

    private byte[] unpacked(ArchiveFile file) throws UnusableEntryException {
        try (InputStream in = zip.getInputStream(file.entry())) {
            // One byte more than it claims shows that there is more; so does one more than is allowed.
            long most = Math.min(Math.max(0, file.entry().getSize()), Math.min(fileBytes, bytesLeft));
            return in.readNBytes((int) most + 1);
        } catch (IOException | RuntimeException e) {
            // The reader meets some damage with exceptions that are not meant for it.
            throw unusable(file, "entry-damaged", "cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private static void requireIntact(ArchiveFile file, byte[] content) throws UnusableEntryException {
        CRC32 sum = new CRC32();
        sum.update(ByteBuffer.wrap(content));
        if (content.length != file.entry().getSize()
                || sum.getValue() != file.entry().getCrc()) {
            throw unusable(file, "entry-damaged", "is damaged: it does not unpack to what the archive says", null);
        }
    }

    private static UnusableEntryException unusable(ArchiveFile file, String code, String reason, Throwable cause) {
        return new UnusableEntryException(new LeftOutFile(file.name(), code, reason), cause);
    }
}
