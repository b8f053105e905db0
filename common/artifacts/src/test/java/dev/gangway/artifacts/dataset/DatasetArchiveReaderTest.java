package dev.gangway.artifacts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.Pictures;
import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.artifacts.store.ObjectsInMemory;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.testing.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetArchiveReaderTest {

    private static final int SIDE = 8;
    private static final DatasetReference DATASET = new DatasetReference(TeamId.DEFAULT, "faces", 1);
    private static final ArchiveLimits LIMITS = new ArchiveLimits(100, 1 << 20, 4 << 20, 100);
    private static final ImageLimits IMAGES = new ImageLimits(3 << 20, 10_000);

    private final ObjectsInMemory store = new ObjectsInMemory();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @Test
    void imagesLandInTheSplitOfTheirFolderInTheArchivesOrder() throws Exception {
        files.put("train/b.png", grey(1));
        files.put("test/x.png", grey(2));
        files.put("train/cats/a.png", grey(3));
        files.put("validation/v.png", grey(4));

        DatasetManifest manifest = read(LIMITS);

        assertThat(levels(manifest, Split.TRAIN)).containsExactly(1, 3);
        assertThat(levels(manifest, Split.VALIDATION)).containsExactly(4);
        assertThat(levels(manifest, Split.TEST)).containsExactly(2);
    }

    @Test
    void withoutValidationTheLastTenthOfTheTrainingImagesIsSetAside() throws Exception {
        for (int level = 1; level <= 25; level++) {
            files.put("train/" + level + ".png", grey(level));
        }

        DatasetManifest manifest = read(LIMITS);

        assertThat(manifest.count(Split.TRAIN)).isEqualTo(23);
        assertThat(levels(manifest, Split.VALIDATION)).containsExactly(24, 25);
    }

    @Test
    void imagesOfAnotherSizeBecomeSquaresOfTheDatasetsSize() throws Exception {
        files.put("train/large.png", PngEncoder.encode(Pictures.grey(40, 9)));

        assertThat(levels(read(LIMITS), Split.TRAIN)).containsExactly(9);
    }

    @Test
    void whatFileManagersAddIsPassedOver() throws Exception {
        files.put("train/", new byte[0]);
        files.put("__MACOSX/train/._a.png", new byte[] {1});
        files.put("train/.DS_Store", new byte[] {1});
        files.put("train/a.png", grey(5));

        assertThat(levels(read(LIMITS), Split.TRAIN)).containsExactly(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../train/a.png", "train/../../a.png", "/train/a.png", "train\\..\\a.png", "C:/train/a.png"})
    void aNameThatLeadsOutOfTheArchiveIsRefused(String name) throws Exception {
        files.put("train/good.png", grey(1));
        files.put(name, grey(2));

        assertRefused(LIMITS, name, "leads out of the archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.txt", "pictures/a.png", "trains/a.png"})
    void aFileOutsideTheThreeFoldersIsRefused(String name) throws Exception {
        files.put("train/good.png", grey(1));
        files.put(name, grey(2));

        assertRefused(LIMITS, name, "folders train, validation and test");
    }

    @Test
    void aFileThatIsNoImageIsRefusedByName() throws Exception {
        files.put("train/good.png", grey(1));
        files.put("train/bad.png", "no image".getBytes(StandardCharsets.US_ASCII));

        assertRefused(LIMITS, "train/bad.png", "neither a PNG nor a JPEG");
    }

    @Test
    void aTruncatedImageIsRefusedByName() throws Exception {
        files.put("train/cut.png", Arrays.copyOf(grey(1), 40));

        assertRefused(LIMITS, "train/cut.png", "damaged");
    }

    @Test
    void aFileThatUnpacksToAThousandTimesItsSizeIsRefusedUnopened() throws Exception {
        files.put("train/bomb.png", new byte[2 << 20]);

        assertRefused(LIMITS, "train/bomb.png", "more than 100 times its size");
    }

    @Test
    void filesThatTogetherUnpackToTooMuchAreRefused() throws Exception {
        for (int i = 0; i < 10; i++) {
            files.put("train/" + i + ".png", PngEncoder.encode(Pictures.noise(32, i)));
        }

        assertRefused(new ArchiveLimits(100, 1 << 20, 20_000, 100), "train/6.png", "more than 20000 bytes");
    }

    @Test
    void tooManyFilesAreRefused() throws Exception {
        files.put("train/a.png", grey(1));
        files.put("train/b.png", grey(1));

        assertRefused(new ArchiveLimits(1, 1 << 20, 1 << 20, 100), "archive", "2 entries are more than the 1");
    }

    @Test
    void anArchiveLargerThanAllowedIsRefused() throws Exception {
        files.put("train/a.png", grey(1));

        assertRefused(new ArchiveLimits(1, 50, 1 << 20, 100), "archive", "50 bytes allowed");
    }

    @Test
    void anArchiveWithoutTrainingImagesIsRefused() throws Exception {
        files.put("test/a.png", grey(1));

        assertRefused(LIMITS, "archive", "the folder train holds no images");
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertThatThrownBy(() -> read(LIMITS, new byte[] {1, 2, 3}))
                .isInstanceOf(ArchiveRefusedException.class)
                .hasMessageContaining("no readable ZIP archive");
    }

    private void assertRefused(ArchiveLimits limits, String entry, String reason) {
        assertThatThrownBy(() -> read(limits))
                .isInstanceOf(ArchiveRefusedException.class)
                .hasMessageStartingWith(entry + ": ")
                .hasMessageContaining(reason);
        assertThat(store.list("")).as("nothing is left behind").isEmpty();
    }

    private DatasetManifest read(ArchiveLimits limits) throws ArchiveRefusedException {
        return read(limits, zip());
    }

    private DatasetManifest read(ArchiveLimits limits, byte[] archive) throws ArchiveRefusedException {
        DatasetOrigin origin = new DatasetOrigin("a test", "none");
        try (DatasetWriter writer = new DatasetWriter(store, DATASET, SIDE, origin, new SettableClock(Instant.EPOCH))) {
            new DatasetArchiveReader(limits, IMAGES).read(new ByteArrayInputStream(archive), writer);
            return writer.finish();
        }
    }

    private int[] levels(DatasetManifest manifest, Split split) {
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

    private static byte[] grey(int level) {
        return PngEncoder.encode(Pictures.grey(SIDE, level));
    }
}
