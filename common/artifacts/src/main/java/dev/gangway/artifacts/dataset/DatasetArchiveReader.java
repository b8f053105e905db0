package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.image.Crop;
import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.PixelImage;
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
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes a dataset of a ZIP archive of PNG and JPEG files, sorted into splits as {@link ImageSplits} does it.
 *
 * <p>Each image becomes a square as {@link SquareResize} does it, after what was asked for is cut out. The first file at
 * fault stops the whole import, by its name: a dataset with silent gaps would not be the one that was sent.
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
     * @throws ArchiveRefusedException when it is no ZIP archive, exceeds a limit, or holds a file at fault; the
     *     message names it
     */
    public void read(InputStream archive, ArchiveWishes wishes, DatasetWriter writer) throws ArchiveRefusedException {
        try {
            Path file = Files.createTempFile("gangway-dataset-", ".zip");
            try {
                keep(archive, file);
                read(file, wishes, writer);
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

    private void read(Path file, ArchiveWishes wishes, DatasetWriter writer) throws ArchiveRefusedException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ArchiveEntries entries = ArchiveEntries.of(zip, limits);
            Unpacking unpacking = new Unpacking(zip);
            ImageSplits.Decided decided = ImageSplits.of(
                    entries.images(),
                    table(entries.splitFile(), unpacking, entries.images()),
                    table(entries.identityFile(), unpacking, entries.images()),
                    wishes.shares());
            writer.prepared(new Preparation(wishes.crop().orElse(null), SquareResize.RULE, decided.rule()));
            SquareResize resize = new SquareResize(writer.side());
            for (Map.Entry<Split, List<ZipEntry>> split : decided.images().entrySet()) {
                for (ZipEntry entry : split.getValue()) {
                    PixelImage image = decoder.decode(entry.getName(), unpacking.of(entry));
                    writer.add(split.getKey(), resize.apply(cut(entry, image, wishes.crop())));
                }
            }
        } catch (UnreadableImageException e) {
            throw new ArchiveRefusedException(e.name(), e.reason(), e);
        } catch (IOException e) {
            throw new ArchiveRefusedException("archive", "no readable ZIP archive: " + e.getMessage(), e);
        }
    }

    private static Optional<ImageTable> table(Optional<ZipEntry> entry, Unpacking unpacking, List<ZipEntry> images)
            throws ArchiveRefusedException {
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(ImageTable.read(entry.get().getName(), unpacking.of(entry.get()), images));
    }

    private static PixelImage cut(ZipEntry entry, PixelImage image, Optional<Crop> crop)
            throws ArchiveRefusedException {
        if (crop.isPresent() && !crop.get().fits(image)) {
            throw new ArchiveRefusedException(entry.getName(), "an " + image + " does not hold " + crop.get(), null);
        }
        return crop.isPresent() ? crop.get().apply(image) : image;
    }

    /** Unpacks one archive's files, and keeps count of their bytes. */
    private final class Unpacking {

        private final ZipFile zip;
        private long left = limits.expandedBytes();

        Unpacking(ZipFile zip) {
            this.zip = zip;
        }

        byte[] of(ZipEntry entry) throws ArchiveRefusedException {
            try (InputStream in = zip.getInputStream(entry)) {
                // One byte more than allowed shows that there is more, whatever size the entry claims.
                byte[] content = in.readNBytes((int) Math.min(imageLimits.bytes(), left) + 1);
                if (content.length > left) {
                    throw new ArchiveRefusedException(
                            entry.getName(),
                            "the files unpack to more than " + limits.expandedBytes() + " bytes",
                            null);
                }
                left -= content.length;
                return content;
            } catch (IOException e) {
                throw new ArchiveRefusedException(entry.getName(), "cannot be unpacked: " + e.getMessage(), e);
            }
        }
    }
}
