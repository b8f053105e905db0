package dev.gangway.artifacts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.archive.ArchiveLimits;
import dev.gangway.artifacts.archive.ArchiveRefusedException;
import dev.gangway.artifacts.image.Pictures;
import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.contracts.completion.Split;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetArchiveReaderTest {

    private final SentArchive archive = new SentArchive();

    @Test
    void imagesLandInTheSplitOfTheirFolder() throws Exception {
        archive.putGrey("train/b.png", 1);
        archive.putGrey("test/x.png", 2);
        archive.putGrey("train/cats/a.png", 3);
        archive.putGrey("validation/v.png", 4);

        DatasetManifest manifest = archive.read();

        assertThat(archive.levels(manifest, Split.TRAIN)).containsExactlyInAnyOrder(1, 3);
        assertThat(archive.levels(manifest, Split.VALIDATION)).containsExactly(4);
        assertThat(archive.levels(manifest, Split.TEST)).containsExactly(2);
    }

    @Test
    void withoutValidationATenthOfTheTrainingImagesIsSetAside() throws Exception {
        for (int level = 1; level <= 25; level++) {
            archive.putGrey("train/" + level + ".png", level);
        }

        DatasetManifest manifest = archive.read();

        assertThat(manifest.count(Split.TRAIN)).isEqualTo(23);
        assertThat(archive.levels(manifest, Split.VALIDATION))
                .hasSize(2)
                .doesNotContain(archive.levels(manifest, Split.TRAIN));
    }

    @Test
    void imagesOfAnotherSizeBecomeSquaresOfTheDatasetsSize() throws Exception {
        archive.put("train/large.png", PngEncoder.encode(Pictures.grey(40, 9)));

        assertThat(archive.levels(archive.read(), Split.TRAIN)).containsExactly(9);
    }

    @Test
    void whatFileManagersAddIsPassedOver() throws Exception {
        archive.put("train/", new byte[0]);
        archive.put("__MACOSX/train/._a.png", new byte[] {1});
        archive.put("train/.DS_Store", new byte[] {1});
        archive.putGrey("train/a.png", 5);

        assertThat(archive.levels(archive.read(), Split.TRAIN)).containsExactly(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../train/a.png", "train/../../a.png", "/train/a.png", "C:/train/a.png", "..", "train/.."})
    void aNameThatLeadsOutOfTheArchiveIsRefused(String name) throws Exception {
        archive.putGrey("train/good.png", 1);
        archive.putGrey(name, 2);

        archive.assertRefused(name, "leads out of the archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.txt", "pictures/a.png", "trains/a.png"})
    void aFileOutsideTheThreeFoldersIsRefused(String name) throws Exception {
        archive.putGrey("train/good.png", 1);
        archive.putGrey(name, 2);

        archive.assertRefused(name, "folders train, validation and test");
    }

    @Test
    void aFileThatIsNoImageIsRefusedByName() throws Exception {
        archive.putGrey("train/good.png", 1);
        archive.put("train/bad.png", "no image".getBytes(StandardCharsets.US_ASCII));

        archive.assertRefused("train/bad.png", "neither a PNG nor a JPEG");
    }

    @Test
    void aTruncatedImageIsRefusedByName() throws Exception {
        archive.put("train/cut.png", Arrays.copyOf(SentArchive.grey(1), 40));

        archive.assertRefused("train/cut.png", "damaged");
    }

    @Test
    void anImageThatPacksToAThousandthIsNoBomb() throws Exception {
        byte[] padded = Arrays.copyOf(SentArchive.grey(7), 2 << 20);
        archive.put("train/mask.png", padded);

        assertThat(archive.levels(archive.read(), Split.TRAIN)).containsExactly(7);
    }

    @Test
    void filesThatTogetherUnpackToFarMoreThanTheArchiveAreRefusedUnopened() throws Exception {
        for (int i = 0; i < 5; i++) {
            archive.put("train/" + i + ".png", new byte[1 << 20]);
        }

        archive.assertRefused("train/4.png", "no more than 100 times the archive's size");
    }

    @Test
    void filesThatTogetherUnpackToTooMuchAreRefused() throws Exception {
        for (int i = 0; i < 10; i++) {
            archive.put("train/" + i + ".png", PngEncoder.encode(Pictures.noise(32, i)));
        }

        assertRefused(new ArchiveLimits(100, 1 << 20, 20_000, 100, 1 << 20), "train/6.png", "20000 bytes");
    }

    @Test
    void anImportThatNobodyWaitsForStopsBeforeItsNextImage() {
        for (int level = 1; level <= 9; level++) {
            archive.putGrey("train/" + level + ".png", level);
        }

        archive.assertGivenUpAfter(4);
    }

    @Test
    void tooManyFilesAreRefused() throws Exception {
        archive.putGrey("train/a.png", 1);
        archive.putGrey("train/b.png", 1);

        assertRefused(
                new ArchiveLimits(1, 1 << 20, 1 << 20, 100, 1 << 20), "archive", "more entries than the 1 allowed");
    }

    @Test
    void anArchiveLargerThanAllowedIsRefused() throws Exception {
        archive.putGrey("train/a.png", 1);

        assertRefused(new ArchiveLimits(1, 50, 1 << 20, 100, 1 << 20), "archive", "50 bytes allowed");
    }

    @Test
    void anArchiveWithoutTrainingImagesIsRefused() throws Exception {
        archive.putGrey("test/a.png", 1);

        archive.assertRefused("archive", "the folder train holds no images");
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertThatThrownBy(() -> archive.read(SentArchive.LIMITS, ArchiveWishes.DEFAULT, new byte[] {1, 2, 3}))
                .isInstanceOf(ArchiveRefusedException.class)
                .hasMessageContaining("no readable ZIP archive");
    }

    private void assertRefused(ArchiveLimits limits, String entry, String reason) {
        archive.assertRefused(limits, ArchiveWishes.DEFAULT, entry, reason);
    }
}
