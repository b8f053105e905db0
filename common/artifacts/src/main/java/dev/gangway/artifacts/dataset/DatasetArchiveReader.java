package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.archive.ArchiveLimits;
import dev.gangway.artifacts.archive.ArchiveRefusedException;
import dev.gangway.artifacts.archive.ReceivedArchive;
import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.SquareResize;
import dev.gangway.artifacts.image.UnreadableImageException;
import dev.gangway.contracts.completion.Split;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;

/**
 * Makes a dataset of a ZIP archive of PNG, JPEG and WebP files, sorted into splits as {@link ImageSplits} does it.
 *
 * <p>Each image becomes a square as {@link SquareResize} does it, after what was asked for is cut out. The first file at
 * fault stops the whole import, by its name: a dataset with silent gaps would not be the one that was sent.
 */
public final class DatasetArchiveReader {

    private final ArchiveLimits limits;
    private final ImageLimits imageLimits;
    private final ImageDecoder decoder;

    public DatasetArchiveReader(ArchiveLimits limits, ImageLimits imageLimits) {
        this.limits = limits;
        this.imageLimits = imageLimits;
        this.decoder = new ImageDecoder(imageLimits);
    }

    /**
     * Adds every image of {@code archive} to {@code writer}, which the caller finishes.
     *
     * @throws ArchiveRefusedException when it is no ZIP archive, exceeds a limit, or holds a file at fault; the
     *     message names it
     */
    public void read(InputStream archive, ArchiveWishes wishes, DatasetWriter writer) throws ArchiveRefusedException {
        try (ReceivedArchive received = ReceivedArchive.of(archive, limits, imageLimits.bytes())) {
            add(received, wishes, writer);
        } catch (UnreadableImageException e) {
            throw new ArchiveRefusedException(e.name(), e.reason(), e);
        }
    }

    private void add(ReceivedArchive archive, ArchiveWishes wishes, DatasetWriter writer)
            throws ArchiveRefusedException, UnreadableImageException {
        ArchiveEntries entries = ArchiveEntries.of(archive.files());
        ImageSplits.Decided decided = ImageSplits.of(
                entries.images(),
                table(entries.splitFile(), archive, entries.images()),
                table(entries.identityFile(), archive, entries.images()),
                wishes.shares());
        writer.prepared(new Preparation(wishes.crop().orElse(null), SquareResize.RULE, decided.rule()));
        SquareResize resize = new SquareResize(writer.side());
        for (Map.Entry<Split, List<ZipEntry>> split : decided.images().entrySet()) {
            for (ZipEntry entry : split.getValue()) {
                byte[] content = archive.content(entry);
                writer.add(
                        split.getKey(), decoder.square(entry.getName(), content, wishes.crop(), resize, () -> false));
            }
        }
    }

    private static Optional<ImageTable> table(Optional<ZipEntry> entry, ReceivedArchive archive, List<ZipEntry> images)
            throws ArchiveRefusedException {
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(ImageTable.read(entry.get().getName(), archive.content(entry.get()), images));
    }
}
