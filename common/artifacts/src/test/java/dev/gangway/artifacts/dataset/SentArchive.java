package dev.gangway.artifacts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.archive.ArchiveLimits;
import dev.gangway.artifacts.archive.ArchiveRefusedException;
import dev.gangway.artifacts.archive.Archives;
import dev.gangway.artifacts.archive.MemoryRoom;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.Pictures;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.artifacts.store.ObjectsInMemory;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.testing.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** An archive that a test puts together, and what becomes of it. */
final class SentArchive {

    static final int SIDE = 8;
    static final ArchiveLimits LIMITS = new ArchiveLimits(200, 1 << 20, 32 << 20, 100, 4 << 20);

    private static final DatasetReference DATASET = new DatasetReference(TeamId.DEFAULT, "faces", 1);
    private static final ImageLimits IMAGES = new ImageLimits(3 << 20, 10_000);

    private ObjectsInMemory store = new ObjectsInMemory();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    void put(String name, byte[] content) {
        files.put(name, content);
    }

    void put(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets what was read. */
    void clear() {
        store = new ObjectsInMemory();
    }

    /** An image of one grey level, which it is known by. */
    void putGrey(String name, int level) {
        files.put(name, grey(level));
    }

    static byte[] grey(int level) {
        return PngEncoder.encode(Pictures.grey(SIDE, level));
    }

    DatasetManifest read() throws ArchiveRefusedException {
        return read(LIMITS, ArchiveWishes.DEFAULT);
    }

    DatasetManifest read(ArchiveLimits limits, ArchiveWishes wishes) throws ArchiveRefusedException {
        return read(limits, wishes, zip());
    }

    DatasetManifest read(ArchiveLimits limits, ArchiveWishes wishes, byte[] archive) throws ArchiveRefusedException {
        return read(limits, wishes, archive, () -> false);
    }

    DatasetManifest read(ArchiveLimits limits, ArchiveWishes wishes, byte[] archive, BooleanSupplier givenUp)
            throws ArchiveRefusedException {
        DatasetOrigin origin = new DatasetOrigin("a test", "none");
        try (DatasetWriter writer = new DatasetWriter(store, DATASET, SIDE, origin, new SettableClock(Instant.EPOCH))) {
            new DatasetArchiveReader(new Archives(limits, MemoryRoom.ofHeap()), IMAGES)
                    .read(new SeekableInMemoryByteChannel(archive), wishes, writer, givenUp);
            return writer.finish();
        }
    }

    /** Reads it, and gives up before the image at {@code images}. */
    void assertGivenUpAfter(int images) {
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> read(LIMITS, ArchiveWishes.DEFAULT, zip(), () -> asked.incrementAndGet() > images))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValueGreaterThan(images);
        assertThat(store.list("")).as("nothing is left behind").isEmpty();
    }

    void assertRefused(String entry, String reason) {
        assertRefused(LIMITS, ArchiveWishes.DEFAULT, entry, reason);
    }

    void assertRefused(ArchiveLimits limits, ArchiveWishes wishes, String entry, String reason) {
        assertThatThrownBy(() -> read(limits, wishes))
                .isInstanceOf(ArchiveRefusedException.class)
                .hasMessageStartingWith(entry + ": ")
                .hasMessageContaining(reason);
        assertThat(store.list("")).as("nothing is left behind").isEmpty();
    }

    PixelImage first(DatasetManifest manifest) {
        return new DatasetReader(store).load(manifest, Split.TRAIN).image(0);
    }

    int[] levels(DatasetManifest manifest, Split split) {
        return new DatasetReader(store)
                .load(manifest, split).all().stream()
                        .mapToInt(image -> image.sample(0, 0, 0))
                        .toArray();
    }

    private byte[] zip() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive.toByteArray();
    }
}
