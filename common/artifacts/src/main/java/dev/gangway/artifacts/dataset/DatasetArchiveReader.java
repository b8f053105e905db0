package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.SquareResize;
import dev.gangway.artifacts.image.UnreadableImageException;
import dev.gangway.contracts.completion.Split;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes a dataset of a ZIP archive with the folders {@code train/}, {@code validation/} and {@code test/} of PNG and JPEG
 * files.
 *
 * <p>Each image becomes a square as {@link SquareResize} does it. Without {@code validation/} the last tenth of the training
 * images, in the archive's order, is set aside for it. The first file at fault stops the whole import, by its name: a
 * dataset with silent gaps would not be the one that was sent.
 */
public final class DatasetArchiveReader {

    private static final int COPIED_AT_ONCE = 1 << 16;

    private final ArchiveLimits limits;
    private final ImageLimits imageLimits;
    private final ImageDecoder decoder;

    public DatasetArchiveReader(ArchiveLimits limits, ImageLimits imageLimits) {
        this.limits = limits;
        this.imageLimits = imageLimits;
        this.decoder = new ImageDecoder(imageLimits);
    }

    /**
     * Adds every image of {@code archive} to {@code writer}, which the caller finishes. The archive is kept in a temporary
     * file meanwhile: its table of contents is at its end.
     *
     * @throws ArchiveRefusedException when it is no ZIP archive, exceeds a limit, or holds a file at fault
     */
    public void read(InputStream archive, DatasetWriter writer) throws ArchiveRefusedException {
        try {
            Path file = Files.createTempFile("gangway-dataset-", ".zip");
            try {
                keep(archive, file);
                read(file, writer);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an archive cannot be kept in a temporary file", e);
        }
    }

    private void keep(InputStream archive, Path file) throws IOException, ArchiveRefusedException {
        byte[] buffer = new byte[COPIED_AT_ONCE];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
                size += read;
                if (size > limits.bytes()) {
                    throw new ArchiveRefusedException(
                            "archive", "more than the " + limits.bytes() + " bytes allowed", null);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private void read(Path file, DatasetWriter writer) throws ArchiveRefusedException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            SquareResize resize = new SquareResize(writer.side());
            long expanded = 0;
            for (Map.Entry<Split, List<ZipEntry>> split :
                    ArchiveEntries.of(zip, limits).entrySet()) {
                for (ZipEntry entry : split.getValue()) {
                    byte[] content = unpack(zip, entry, limits.expandedBytes() - expanded);
                    expanded += content.length;
                    writer.add(split.getKey(), resize.apply(decoder.decode(entry.getName(), content)));
                }
            }
        } catch (UnreadableImageException e) {
            throw new ArchiveRefusedException(e.name(), e.reason(), e);
        } catch (IOException e) {
            throw new ArchiveRefusedException("archive", "no readable ZIP archive: " + e.getMessage(), e);
        }
    }

    private byte[] unpack(ZipFile zip, ZipEntry entry, long left) throws ArchiveRefusedException {
        try (InputStream in = zip.getInputStream(entry)) {
            // One byte more than allowed shows that there is more, whatever size the entry claims.
            byte[] content = in.readNBytes((int) Math.min(imageLimits.bytes(), left) + 1);
            if (content.length > left) {
                throw new ArchiveRefusedException(
                        entry.getName(), "the files unpack to more than " + limits.expandedBytes() + " bytes", null);
            }
            return content;
        } catch (IOException e) {
            throw new ArchiveRefusedException(entry.getName(), "cannot be unpacked: " + e.getMessage(), e);
        }
    }
}
