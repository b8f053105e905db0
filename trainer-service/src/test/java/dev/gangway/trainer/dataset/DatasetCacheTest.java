package dev.gangway.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.gangway.artifacts.dataset.DatasetManifest;
import dev.gangway.artifacts.dataset.DatasetMismatchException;
import dev.gangway.artifacts.dataset.DatasetOrigin;
import dev.gangway.artifacts.dataset.DatasetReader;
import dev.gangway.artifacts.dataset.DatasetWriter;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoreSettings;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.Endpoints;
import dev.gangway.testing.SettableClock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCacheTest {

    private static final int SIDE = 64;
    private static final int BYTES = SIDE * SIDE * PixelImage.CHANNELS;

    private static ObjectStore store;

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));

    @BeforeAll
    static void open() {
        Endpoints.Store shared = EmbeddedProcess.shared().store();
        store = ObjectStore.open(new StoreSettings(
                URI.create(shared.endpoint()), shared.accessKey(), shared.secretKey(), shared.bucket(), "us-east-1"));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void imagesAreReadByPositionInPlanes() {
        DatasetManifest manifest = write(20);
        try (FileImages images = cache(1 << 30).open(manifest, Split.TRAIN)) {
            ByteBuffer batch = ByteBuffer.allocateDirect(3 * BYTES);
            images.copy(new int[] {19, 0, 7}, batch);

            assertThat(images.count()).isEqualTo(20);
            assertThat(images.size()).isEqualTo(SIDE);
            PixelImage second = noise(0);
            assertThat(Byte.toUnsignedInt(batch.get(BYTES + 2 * SIDE * SIDE + 3 * SIDE + 5)))
                    .isEqualTo(second.sample(3, 5, 2));
            assertThat(Byte.toUnsignedInt(batch.get(SIDE * SIDE - 1)))
                    .isEqualTo(noise(19).sample(63, 63, 0));
            assertThatThrownBy(() -> images.copy(new int[] {20}, batch.clear()))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void memoryHoldsAFractionOfTheDatasetAtMost() {
        int images = 2500;
        DatasetManifest manifest = write(images);
        DatasetCache cache = cache(1 << 30);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ByteBuffer batch = ByteBuffer.allocateDirect(64 * BYTES);
        long before = threads.getCurrentThreadAllocatedBytes();

        try (FileImages opened = cache.open(manifest, Split.TRAIN)) {
            for (int first = 0; first + 64 <= images; first += 640) {
                int from = first;
                opened.copy(IntStream.range(from, from + 64).toArray(), batch.clear());
            }
        }

        // All that was ever allocated, whether it was let go of or not.
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).isLessThan((long) images * BYTES / 4);
    }

    @Test
    void aFlippedBitInAShardIsRefusedByNameAndNothingStays() {
        DatasetManifest manifest = write(3);
        String key = shard(manifest);
        byte[] content = store.get(key, 3 * BYTES).content();
        content[BYTES + 5] ^= 1;
        store.put(key, content, "application/octet-stream");

        assertThatThrownBy(() -> cache(1 << 30).open(manifest, Split.TRAIN))
                .isInstanceOf(DatasetMismatchException.class)
                .hasMessageContaining(key)
                .hasMessageContaining("SHA-256");
        assertThat(files()).isEmpty();

        store.delete(key);
        assertThatThrownBy(() -> cache(1 << 30).open(manifest, Split.TRAIN))
                .isInstanceOf(DatasetMismatchException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void aSplitIsFetchedOnceAndAgainWhenItsFileIsBroken() throws IOException {
        DatasetManifest manifest = write(3);
        DatasetCache cache = cache(1 << 30);
        cache.open(manifest, Split.TRAIN).close();
        byte[] stored = store.get(shard(manifest), 3 * BYTES).content();
        Path file = files().get(0);
        byte[] broken = stored.clone();
        broken[7] ^= 1;
        Files.write(file, broken);

        cache.open(manifest, Split.TRAIN).close();
        assertThat(Files.readAllBytes(file)).isEqualTo(stored);

        store.delete(shard(manifest));
        try (FileImages images = cache.open(manifest, Split.TRAIN)) {
            assertThat(images.count()).isEqualTo(3);
        }
    }

    @Test
    void whatWasUsedLongestAgoMakesRoomAndStaysReadableWhereItIsOpen() {
        DatasetCache cache = cache(2 * BYTES);
        DatasetManifest first = write(1);
        DatasetManifest second = write(1);
        try (FileImages open = cache.open(second, Split.TRAIN)) {
            clock.advance(Duration.ofMinutes(1));
            cache.open(first, Split.TRAIN).close();
            clock.advance(Duration.ofMinutes(1));

            cache.open(write(1), Split.TRAIN).close();

            assertThat(files()).hasSize(2).anyMatch(file -> isOf(file, first)).noneMatch(file -> isOf(file, second));
            ByteBuffer batch = ByteBuffer.allocate(BYTES);
            open.copy(new int[] {0}, batch);
            assertThat(Byte.toUnsignedInt(batch.get(0))).isEqualTo(noise(0).sample(0, 0, 0));
        }
    }

    @Test
    void aSplitThatIsLargerThanTheCacheIsRefused() {
        DatasetManifest manifest = write(2);

        assertThatThrownBy(() -> cache(2 * BYTES - 1).open(manifest, Split.TRAIN))
                .isInstanceOf(DatasetTooLargeException.class)
                .hasMessageContaining("gangway.cache.bytes");
    }

    private DatasetCache cache(long bytes) {
        return new DatasetCache(new DatasetReader(store), new CacheFolder(folder, bytes), clock);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isOf(Path file, DatasetManifest manifest) {
        return file.getFileName().toString().contains(manifest.dataset().name());
    }

    private static String shard(DatasetManifest manifest) {
        return "datasets/default/" + manifest.dataset().name() + "/1/"
                + manifest.shards(Split.TRAIN).get(0).part().name();
    }

    private DatasetManifest write(int images) {
        DatasetReference dataset = new DatasetReference(
                TeamId.DEFAULT, "noise-" + UUID.randomUUID().toString().substring(0, 8), 1);
        try (DatasetWriter writer =
                new DatasetWriter(store, dataset, SIDE, new DatasetOrigin("drawn by the test", "none"), clock)) {
            for (int image = 0; image < images; image++) {
                writer.add(Split.TRAIN, noise(image));
            }
            return writer.finish();
        }
    }

    private static PixelImage noise(int seed) {
        byte[] rgb = new byte[BYTES];
        new SplittableRandom(seed).nextBytes(rgb);
        return new PixelImage(SIDE, SIDE, rgb);
    }
}
