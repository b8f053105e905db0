package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.archive.ArchiveContents;
import dev.gangway.artifacts.archive.ArchiveFile;
import dev.gangway.artifacts.archive.ArchiveRefusedException;
import dev.gangway.artifacts.archive.Archives;
import dev.gangway.artifacts.archive.NoRoomException;
import dev.gangway.artifacts.archive.ReceivedArchive;
import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.SquareResize;
import dev.gangway.artifacts.image.UnreadableImageException;
import dev.gangway.contracts.completion.Split;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Makes a dataset of a ZIP archive of PNG, JPEG and WebP files, sorted into splits as {@link ImageSplits} does it.
 *
 * <p>Each image becomes a square as {@link SquareResize} does it, after what was asked for is cut out. The first file at
 * fault stops the whole import, by its name: a dataset with silent gaps would not be the one that was sent.
 */
public final class DatasetArchiveReader {

    /** What a table that speaks of every image takes of the heap for each, as measured. */
    private static final long TABLE_BYTES = 400;

    private final Archives archives;
    private final ImageLimits imageLimits;
    private final ImageDecoder decoder;

    public DatasetArchiveReader(Archives archives, ImageLimits imageLimits) {
        this.archives = archives;
        this.imageLimits = imageLimits;
        this.decoder = new ImageDecoder(imageLimits);
    }

    /**
     * Adds every image of {@code archive} to {@code writer}, which the caller finishes.
     *
     * @param archive lies on this machine, and is closed here
     * @param givenUp asked before every image whether nobody waits for the dataset any more
     * @throws ArchiveRefusedException when it is no ZIP archive, exceeds a limit, or holds a file at fault; the
     *     message names it
     * @throws NoRoomException when there is no memory for it
     * @throws CancellationException when it was given up
     */
    public void read(SeekableByteChannel archive, ArchiveWishes wishes, DatasetWriter writer, BooleanSupplier givenUp)
            throws ArchiveRefusedException {
        try (ReceivedArchive received = archives.open(archive, imageLimits.bytes())) {
            add(received, wishes, writer, givenUp);
        } catch (UnreadableImageException e) {
            throw new ArchiveRefusedException(e.name(), e.reason(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("a received archive cannot be read", e);
        }
    }

    private void add(ReceivedArchive archive, ArchiveWishes wishes, DatasetWriter writer, BooleanSupplier givenUp)
            throws ArchiveRefusedException, UnreadableImageException {
        ArchiveContents contents = archive.contents();
        ArchiveEntries entries = ArchiveEntries.of(contents.wholeFiles());
        requireImages(entries, contents);
        int images = entries.images().size();
        archive.reserve(writer.memory(images) + TABLE_BYTES * images * entries.tables());
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

    private static void requireImages(ArchiveEntries entries, ArchiveContents contents) throws ArchiveRefusedException {
        if (entries.images().isEmpty()) {
            String besides = contents.notices().stream()
                    .map(notice -> ", and " + notice.message() + ": " + String.join(", ", notice.names()))
                    .collect(Collectors.joining());
            throw new ArchiveRefusedException("archive", "holds no images" + besides, null);
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
