package dev.gangway.artifacts.archive;

import dev.gangway.artifacts.store.ObjectPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
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
 * A ZIP archive from somebody who may mean harm, kept in a temporary file while it is open: its table of contents is at its end. The
 * file has no name from the moment it is made, so that nothing of it stays, however the process ends.
 *
 * <p>Folders and {@linkplain HiddenFiles hidden files} are passed over. An archive that exceeds a limit is refused, as is one whose
 * names lead out of it or whose entries lie in each other; an entry that cannot be unpacked is told of, and the others are there.
 */
public final class ReceivedArchive implements AutoCloseable {

    /** Of the heap, for what an archive's table of contents becomes. */
    private static final double SHARE = 0.75;

    private static final int COPIED_AT_ONCE = 1 << 16;

    private final ZipFile zip;
    private final ArchiveLimits limits;
    private final int fileBytes;
    private long bytesLeft;

    private ReceivedArchive(ZipFile zip, long packed, ArchiveLimits limits, int fileBytes) {
        this.zip = zip;
        this.limits = limits;
        this.fileBytes = fileBytes;
        this.bytesLeft = limits.unpackedOf(packed);
    }

    /**
     * Receives what {@code stream} holds.
     *
     * @param fileBytes the most bytes of one file, unpacked
     * @throws ArchiveRefusedException when it is no ZIP archive, or larger than allowed
     */
    public static ReceivedArchive of(InputStream stream, ArchiveLimits limits, int fileBytes)
            throws ArchiveRefusedException {
        try {
            FileChannel file = FileChannel.open(
                    Files.createTempFile("gangway-archive-", ".zip"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            try {
                keep(stream, file, limits);
                return open(file, limits, fileBytes);
            } catch (IOException | ArchiveRefusedException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an archive cannot be kept in a temporary file", e);
        }
    }

    /**
     * Opens an archive that lies on this machine, and stays there.
     *
     * @throws ArchiveRefusedException when it is no ZIP archive
     */
    public static ReceivedArchive at(Path path, ArchiveLimits limits, int fileBytes)
            throws IOException, ArchiveRefusedException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return open(file, limits, fileBytes);
        } catch (IOException | ArchiveRefusedException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** What it holds, by the table of contents alone. */
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
            String name = plain(entry.getValue());
            if (name.isEmpty() || name.endsWith("/")) {
                continue;
            }
            if (ObjectPath.tryParse(name).map(HiddenFiles::hide).orElse(false)) {
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

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be closed", e);
        }
    }

    private static void keep(InputStream stream, FileChannel file, ArchiveLimits limits)
            throws IOException, ArchiveRefusedException {
        byte[] buffer = new byte[COPIED_AT_ONCE];
        long size = 0;
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            size += read;
            if (size > limits.bytes()) {
                throw new ArchiveRefusedException(
                        "archive", "more than the " + limits.bytes() + " bytes allowed", null);
            }
            Channels.newOutputStream(file).write(buffer, 0, read);
        }
    }

    private static ReceivedArchive open(FileChannel file, ArchiveLimits limits, int fileBytes)
            throws IOException, ArchiveRefusedException {
        long memory = (long) (Runtime.getRuntime().maxMemory() * SHARE);
        Optional<String> fault = CentralDirectory.fault(limits.entries(), memory, file);
        if (fault.isPresent()) {
            throw new ArchiveRefusedException("archive", fault.get(), null);
        }
        try {
            ZipFile zip = ZipFile.builder().setSeekableByteChannel(file).get();
            return new ReceivedArchive(zip, file.size(), limits, fileBytes);
        } catch (IOException | RuntimeException e) {
            // The reader meets some damage with exceptions that are not meant for it.
            throw new ArchiveRefusedException("archive", "no readable ZIP archive: " + e.getMessage(), e);
        }
    }

    /** Entries that lie in each other make a small archive unpack to any size. */
    private static void requireApart(List<ZipArchiveEntry> entries) throws ArchiveRefusedException {
        List<ZipArchiveEntry> inPlace = entries.stream()
                .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
                .toList();
        for (int i = 1; i < inPlace.size(); i++) {
            ZipArchiveEntry before = inPlace.get(i - 1);
            if (before.getDataOffset() + before.getCompressedSize()
                    > inPlace.get(i).getLocalHeaderOffset()) {
                throw new ArchiveRefusedException(
                        inPlace.get(i).getName(), "lies within the entry " + before.getName(), null);
            }
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
            // One byte more than allowed shows that there is more, whatever size the entry claims.
            return in.readNBytes((int) Math.min(fileBytes, bytesLeft) + 1);
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

    /** Without the present folder, which some packers begin every name with. */
    private static String plain(String name) {
        return name.indexOf("./") == 0 ? name.substring(2) : name;
    }
}
