package dev.gangway.artifacts.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A ZIP archive from somebody who may mean harm, kept in a temporary file until it is closed: its table of contents is at its end.
 *
 * <p>Folders, hidden files and what macOS adds are passed over. An archive that exceeds a limit is refused, as is a name that
 * leads out of the archive or occurs twice.
 */
public final class ReceivedArchive implements AutoCloseable {

    private static final int COPIED_AT_ONCE = 1 << 16;

    /** Two bytes of a packed file may honestly become a few hundred: a small file harms nobody. */
    private static final long HARMLESS_BYTES = 1 << 20;

    private final Path file;
    private final ZipFile zip;
    private final ArchiveLimits limits;
    private final int fileBytes;
    private long bytesLeft;

    private ReceivedArchive(Path file, ZipFile zip, ArchiveLimits limits, int fileBytes) {
        this.file = file;
        this.zip = zip;
        this.limits = limits;
        this.fileBytes = fileBytes;
        this.bytesLeft = limits.expandedBytes();
    }

    /**
     * Receives what {@code stream} holds.
     *
     * @param fileBytes how many bytes of a file are read at most, and one more, which shows that there is more
     * @throws ArchiveRefusedException when it is no ZIP archive, or larger than allowed
     */
    public static ReceivedArchive of(InputStream stream, ArchiveLimits limits, int fileBytes)
            throws ArchiveRefusedException {
        try {
            Path file = Files.createTempFile("gangway-archive-", ".zip");
            try {
                keep(stream, file, limits);
                return new ReceivedArchive(file, open(file), limits, fileBytes);
            } catch (IOException | ArchiveRefusedException | RuntimeException e) {
                Files.delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an archive cannot be kept in a temporary file", e);
        }
    }

    /** Its files in its own order, by their names alone. */
    public List<ZipEntry> files() throws ArchiveRefusedException {
        if (zip.size() > limits.entries()) {
            throw new ArchiveRefusedException(
                    "archive", zip.size() + " entries are more than the " + limits.entries() + " allowed", null);
        }
        List<ZipEntry> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName();
            requireInside(name);
            if (entry.isDirectory() || isHidden(name)) {
                continue;
            }
            if (!names.add(name)) {
                throw new ArchiveRefusedException(name, "the name occurs twice", null);
            }
            requireModestRatio(entry);
            files.add(entry);
        }
        return files;
    }

    /**
     * Unpacks one file; of one that is larger than allowed it gives one byte more than that, for the reader to refuse.
     *
     * @throws ArchiveRefusedException when it is damaged, or all files together are larger than allowed
     */
    public byte[] content(ZipEntry entry) throws ArchiveRefusedException {
        try (InputStream in = zip.getInputStream(entry)) {
            // One byte more than allowed shows that there is more, whatever size the entry claims.
            byte[] content = in.readNBytes((int) Math.min(fileBytes, bytesLeft) + 1);
            if (content.length > bytesLeft) {
                throw new ArchiveRefusedException(
                        entry.getName(), "the files unpack to more than " + limits.expandedBytes() + " bytes", null);
            }
            bytesLeft -= content.length;
            return content;
        } catch (IOException e) {
            throw new ArchiveRefusedException(entry.getName(), "cannot be unpacked: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be deleted", e);
        }
    }

    private static void keep(InputStream stream, Path file, ArchiveLimits limits)
            throws IOException, ArchiveRefusedException {
        byte[] buffer = new byte[COPIED_AT_ONCE];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                size += read;
                if (size > limits.bytes()) {
                    throw new ArchiveRefusedException(
                            "archive", "more than the " + limits.bytes() + " bytes allowed", null);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static ZipFile open(Path file) throws ArchiveRefusedException {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new ArchiveRefusedException("archive", "no readable ZIP archive: " + e.getMessage(), e);
        }
    }

    private void requireModestRatio(ZipEntry entry) throws ArchiveRefusedException {
        long allowed = Math.max(HARMLESS_BYTES, entry.getCompressedSize() * limits.ratio());
        if (entry.getSize() > allowed) {
            throw new ArchiveRefusedException(
                    entry.getName(), "unpacks to more than " + limits.ratio() + " times its size", null);
        }
    }

    private static boolean isHidden(String name) {
        return name.substring(name.lastIndexOf('/') + 1).startsWith(".") || name.startsWith("__MACOSX/");
    }

    private static void requireInside(String name) throws ArchiveRefusedException {
        boolean absolute = name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0;
        if (absolute || name.indexOf('\0') >= 0 || List.of(name.split("/")).contains("..")) {
            throw new ArchiveRefusedException(name, "the name leads out of the archive", null);
        }
    }
}
