package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.archive.ArchiveContents;
import dev.gangway.artifacts.archive.ArchiveFile;
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
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

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
     * @param givenUp asked before every image whether nobody waits for the dataset any more
     * @throws ArchiveRefusedException when it is no ZIP archive, exceeds a limit, or holds a file at fault; the
     *     message names it
     * @throws CancellationException when it was given up
     */
    public void read(InputStream archive, ArchiveWishes wishes, DatasetWriter writer, BooleanSupplier givenUp)
            throws ArchiveRefusedException {
        try (ReceivedArchive received = ReceivedArchive.of(archive, limits, imageLimits.bytes())) {
            add(received, wishes, writer, givenUp);
        } catch (UnreadableImageException e) {
            throw new ArchiveRefusedException(e.name(), e.reason(), e);
        }
    }

    private void add(ReceivedArchive archive, ArchiveWishes wishes, DatasetWriter writer, BooleanSupplier givenUp)
            throws ArchiveRefusedException, UnreadableImageException {
        ArchiveContents contents = archive.contents();
        ArchiveEntries entries = ArchiveEntries.of(contents.wholeFiles());
        ImageSplits.Decided decided = ImageSplits.of(
                entries.images(),
                table(entries.splitFile(), archive, entries.images()),
                table(entries.identityFile(), archive, entries.images()),
                wishes.shares());
        writer.prepared(
                new Preparation(wishes.crop().orElse(null), SquareResize.RULE, decided.rule(), contents.notices()));
        SquareResize resize = new SquareResize(writer.side());
        for (Map.Entry<Split, List<ArchiveFile>> split : decided.images().entrySet()) {
            for (ArchiveFile entry : split.getValue()) {
                if (givenUp.getAsBoolean()) {
                    throw new CancellationException("nobody waits for the dataset any more");
                }
                byte[] content = archive.wholeContent(entry);
                writer.add(split.getKey(), decoder.square(entry.name(), content, wishes.crop(), resize, givenUp));
            }
        }
    }

    private static Optional<ImageTable> table(
            Optional<ArchiveFile> entry, ReceivedArchive archive, List<ArchiveFile> images)
            throws ArchiveRefusedException {
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(ImageTable.read(entry.get(), archive.wholeContent(entry.get()), images));
    }
}
