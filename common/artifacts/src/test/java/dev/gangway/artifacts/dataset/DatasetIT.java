package dev.gangway.artifacts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.image.Pictures;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.store.LostAnswers;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.RealStore;
import dev.gangway.artifacts.store.StoreUnavailableException;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.testing.SettableClock;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetIT {

    private static final int SIDE = 4;
    private static final int IN_A_SHARD = ShardWriter.imagesInAShard(SIDE);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final DatasetOrigin ORIGIN = new DatasetOrigin("noise, made here", "public domain");

    private static ObjectStore store;

    private final TeamId team = new TeamId("team-" + UUID.randomUUID());
    private final DatasetReference faces = new DatasetReference(team, "faces", 1);
    private final DatasetReader reader = new DatasetReader(store);

    @BeforeAll
    static void open() {
        store = RealStore.open();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void aDatasetOfSeveralShardsComesBackBitEqual() {
        int images = IN_A_SHARD + 10;

        DatasetManifest written = write(faces, images, 3);
        DatasetManifest manifest = reader.manifest(faces);
        SplitImages train = reader.load(manifest, Split.TRAIN);

        assertThat(manifest).isEqualTo(written);
        assertThat(manifest.createdAt()).isEqualTo(NOW);
        assertThat(manifest.shards(Split.TRAIN)).extracting(Shard::images).containsExactly(4096, 10);
        assertThat(train.count()).isEqualTo(images);
        for (int image : new int[] {0, 1, 4095, 4096, images - 1}) {
            assertThat(train.image(image)).isEqualTo(Pictures.noise(SIDE, image));
        }
        assertThat(reader.load(manifest, Split.TEST).all()).hasSize(3);
        assertThat(manifest.count(Split.VALIDATION)).isZero();
    }

    @Test
    void aShardHasAtMost12MebibytesAnd4096Images() {
        assertThat(ShardWriter.imagesInAShard(32)).isEqualTo(4096);
        assertThat(ShardWriter.imagesInAShard(64)).isEqualTo(1024);
        assertThat(ShardWriter.imagesInAShard(128)).isEqualTo(256);
    }

    @Test
    void whoWritesADatasetHoldsTheLastShardOfEverySplitAndOneThatIsWritten() {
        try (DatasetWriter writer = new DatasetWriter(store, faces, 64, ORIGIN, new SettableClock(NOW))) {
            assertThat(writer.memory(10)).isEqualTo(2 * 10 * 64 * 64 * 3);
            assertThat(writer.memory(1_000_000)).isEqualTo(48 << 20);
        }
    }

    @Test
    void aRangeAcrossShardsHasItsOwnCount() {
        DatasetManifest manifest = write(faces, IN_A_SHARD + 10, 1);

        SplitImages range = reader.load(manifest, Split.TRAIN, 4090, 12);

        assertThat(range.all())
                .hasSize(12)
                .startsWith(Pictures.noise(SIDE, 4090))
                .endsWith(Pictures.noise(SIDE, 4101));
        assertThatThrownBy(() -> range.image(12)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> reader.load(manifest, Split.TRAIN, 4100, 12))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theMeanImageIsOfTheTrainingImagesAlone() {
        try (DatasetWriter writer = writer(faces)) {
            writer.add(Split.TRAIN, Pictures.grey(SIDE, 10));
            writer.add(Split.TRAIN, Pictures.grey(SIDE, 21));
            writer.add(Split.TEST, Pictures.grey(SIDE, 200));
            writer.finish();
        }

        PixelImage mean = reader.meanImage(reader.manifest(faces));

        assertThat(mean).isEqualTo(Pictures.grey(SIDE, 16));
    }

    @Test
    void anAbandonedWriterLeavesNothing() {
        try (DatasetWriter writer = writer(faces)) {
            for (int image = 0; image <= IN_A_SHARD; image++) {
                writer.add(Split.TRAIN, Pictures.noise(SIDE, image));
            }
        }

        assertThat(store.list(DatasetKeys.folder(faces).prefix())).isEmpty();
        assertThatThrownBy(() -> reader.manifest(faces))
                .isInstanceOf(DatasetMissingException.class)
                .hasMessageContaining("faces version 1");
    }

    @Test
    void aVersionNeverChanges() {
        write(faces, 2, 1);

        assertThatThrownBy(() -> writer(faces)).isInstanceOf(DatasetExistsException.class);
    }

    @Test
    void ofTwoWritersOfOneVersionTheSecondToFinishLeavesTheFirstsDatasetAlone() {
        try (DatasetWriter slow = writer(faces)) {
            slow.add(Split.TRAIN, Pictures.noise(SIDE, 7));
            DatasetManifest fast = write(faces, 2, 1);

            assertThatThrownBy(slow::finish).isInstanceOf(DatasetExistsException.class);

            assertThat(reader.manifest(faces)).isEqualTo(fast);
        }
        assertThat(reader.load(reader.manifest(faces), Split.TRAIN).image(0)).isEqualTo(Pictures.noise(SIDE, 0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDatasetWhoseManifestArrivedAndWasNotConfirmedIsWhole(boolean dead) throws IOException {
        try (LostAnswers line = new LostAnswers(100, dead);
                ObjectStore far = line.open();
                DatasetWriter writer = new DatasetWriter(far, faces, SIDE, ORIGIN, new SettableClock(NOW))) {
            writer.add(Split.TRAIN, Pictures.noise(SIDE, 7));
            if (dead) {
                assertThatThrownBy(writer::finish).isInstanceOf(StoreUnavailableException.class);
            } else {
                assertThat(writer.finish()).isEqualTo(reader.manifest(faces));
            }
        }

        assertThat(reader.load(reader.manifest(faces), Split.TRAIN).image(0)).isEqualTo(Pictures.noise(SIDE, 7));
    }

    @Test
    void anAlteredShardIsRefusedByName() {
        DatasetManifest manifest = write(faces, 2, 1);
        String key = DatasetKeys.folder(faces)
                .resolve(manifest.shards(Split.TRAIN).get(0).part().name())
                .key();
        store.put(key, new byte[2 * SIDE * SIDE * 3], "application/octet-stream");

        assertThatThrownBy(() -> reader.load(manifest, Split.TRAIN))
                .isInstanceOf(DatasetMismatchException.class)
                .hasMessageContaining(key);

        store.delete(key);
        assertThatThrownBy(() -> reader.load(manifest, Split.TRAIN))
                .isInstanceOf(DatasetMismatchException.class)
                .hasMessageContaining(key)
                .hasMessageContaining("missing");
    }

    @Test
    void aManifestThatIsNoneIsRefusedByName() {
        store.put(DatasetKeys.manifest(faces), new byte[] {'{'}, "application/json");

        assertThatThrownBy(() -> reader.manifest(faces))
                .isInstanceOf(DatasetMismatchException.class)
                .hasMessageContaining(DatasetKeys.manifest(faces));
    }

    @Test
    void aTeamsDatasetsAreListedByNameAndVersion() {
        DatasetReference cats = new DatasetReference(team, "cats", 1);
        DatasetReference newFaces = new DatasetReference(team, "faces", 10);
        List.of(newFaces, cats, faces).forEach(dataset -> write(dataset, 1, 1));

        assertThat(reader.list(team)).containsExactly(cats, faces, newFaces);
    }

    @Test
    void anImageOfAnotherSizeIsRefused() {
        try (DatasetWriter writer = writer(faces)) {
            assertThatIllegalArgumentException().isThrownBy(() -> writer.add(Split.TRAIN, Pictures.grey(SIDE + 1, 0)));
        }
    }

    private DatasetManifest write(DatasetReference dataset, int train, int test) {
        try (DatasetWriter writer = writer(dataset)) {
            for (int image = 0; image < train; image++) {
                writer.add(Split.TRAIN, Pictures.noise(SIDE, image));
            }
            for (int image = 0; image < test; image++) {
                writer.add(Split.TEST, Pictures.noise(SIDE, 1_000_000 + image));
            }
            return writer.finish();
        }
    }

    private static DatasetWriter writer(DatasetReference dataset) {
        return new DatasetWriter(store, dataset, SIDE, ORIGIN, new SettableClock(NOW));
    }
}
