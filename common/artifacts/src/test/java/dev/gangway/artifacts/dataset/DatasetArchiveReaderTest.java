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
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void whatHoldsNothingButHiddenFilesIsRefusedWithTheirNames() {
        archive.put("train/desktop.ini", "x");
        archive.put(".git/HEAD", "x");

        archive.assertRefused("archive", "holds no images, and hidden files");
        archive.assertRefused("archive", "train/desktop.ini");
    }

    @Test
    void hiddenFoldersWithinSplitsAndWrappingFoldersAreNoImages() throws Exception {
        archive.putGrey("out/in/Train/a.png", 1);
        archive.putGrey("out/in/Train/.git/b.png", 2);
        archive.putGrey("out/in/VAL/c.png", 3);
        archive.putGrey("out/in/Testing/d.png", 4);
        archive.put("out/.DS_Store", "x");
        archive.put("__MACOSX/out/in/._Train", "x");

        DatasetManifest manifest = archive.read();

        assertThat(archive.levels(manifest, Split.TRAIN)).containsExactly(1);
        assertThat(archive.levels(manifest, Split.VALIDATION)).containsExactly(3);
        assertThat(archive.levels(manifest, Split.TEST)).containsExactly(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "out/README.md",
                "out/in/README.md",
                "out/in/Train2/b.png",
                "out/in/train/b.png",
                "train/b.png"
            })
    void splitFoldersBesideAnythingElseAreNeverSplitAnew(String name) {
        archive.putGrey("out/in/Train/a.png", 1);
        archive.putGrey("out/in/Test/d.png", 4);
        archive.putGrey(name, 2);

        assertThatThrownBy(archive::read).isInstanceOf(ArchiveRefusedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "train_images/a.png, test_images/b.png, train_images/ that looks like a split",
        "images-train/a.png, images-test/b.png, images-train/ that looks like a split",
        "train2017/a.png, val2017/b.png, train2017/ that looks like a split",
        "all/Train set/a.png, all/Test set/b.png, Train set/ that looks like a split",
        "x/a.png, y/my.test/b.png, my.test/ that looks like a split",
        "train/a.png, train/val/b.png, val/ within the split folder train/",
        "train/a.png, test/old/VAL/b.png, VAL/ within the split folder test/",
    })
    void whatLooksLikeSplitsIsNeverSplitAnew(String one, String other, String reason) {
        archive.putGrey(one, 1);
        archive.putGrey(other, 2);

        assertThatThrownBy(archive::read)
                .isInstanceOf(ArchiveRefusedException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "trn, tst",
        "'train ', 'test '",
        "\uff54\uff52\uff41\uff49\uff4e, \uff34\uff25\uff33\uff34",
        "TRAINING, Testing"
    })
    void splitsAreKnownByEveryNameThatCanBeRead(String train, String test) throws Exception {
        archive.putGrey(train + "/a.png", 1);
        archive.putGrey(test + "/b.png", 2);

        DatasetManifest manifest = archive.read();

        assertThat(archive.levels(manifest, Split.TRAIN)).containsExactly(1);
        assertThat(archive.levels(manifest, Split.TEST)).containsExactly(2);
    }

    @Test
    void classesWithinSplitsMayBeCalledLikeTheirOwnOrHoldTheWord() throws Exception {
        archive.putGrey("train/train/a.png", 1);
        archive.putGrey("train/test tubes/b.png", 2);

        assertThat(archive.levels(archive.read(), Split.TRAIN)).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void whatLiesBesideTheFolderAroundTheSplitsIsNamed() {
        archive.putGrey("my/train/0.png", 1);
        archive.putGrey("my/test/1.png", 2);
        archive.put("README.md", "x");

        archive.assertRefused("README.md", "lies outside of the folder my/, in which there is a split folder train/");
    }

    @ParameterizedTest
    @CsvSource({"inner.zip, PK, neither a PNG nor a JPEG", "empty.png, '', the file is empty"})
    void whatIsNoImageIsRefusedByNameWhateverItIs(String name, String content, String reason) {
        archive.putGrey("train/a.png", 1);
        archive.put("train/" + name, content);

        archive.assertRefused("train/" + name, reason);
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
