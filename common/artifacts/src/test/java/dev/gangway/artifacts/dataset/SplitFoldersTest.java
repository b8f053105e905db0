package dev.gangway.artifacts.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.completion.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitFoldersTest {

    private final SentArchive archive = new SentArchive();

    @ParameterizedTest
    @CsvSource({
        "train, validation, test",
        "Train, Validation, Test",
        "TRAINING, VAL, TESTING",
        "train, valid, test",
        "train, dev, Test",
        "mydata/train, mydata/val, mydata/test",
        "a b/mydata/Train, a b/mydata/dev, a b/mydata/test",
        "test/train, test/val, test/test",
    })
    void theFoldersOfSplitsAreKnownHoweverTheyAreWrittenAndPacked(String train, String validation, String test)
            throws Exception {
        archive.putGrey(train + "/a.png", 1);
        archive.putGrey(train + "/cats/b.png", 2);
        archive.putGrey(validation + "/c.png", 3);
        archive.putGrey(test + "/d.png", 4);

        DatasetManifest manifest = archive.read();

        assertThat(archive.levels(manifest, Split.TRAIN)).containsExactlyInAnyOrder(1, 2);
        assertThat(archive.levels(manifest, Split.VALIDATION)).containsExactly(3);
        assertThat(archive.levels(manifest, Split.TEST)).containsExactly(4);
        assertThat(manifest.preparation().split().by()).isEqualTo(SplitRule.By.FOLDERS);
    }

    @Test
    void theAnswerSaysWhichFoldersDecidedAndHowMuchEachSplitGot() throws Exception {
        archive.putGrey("mydata/Train/a.png", 1);
        archive.putGrey("mydata/Train/b.png", 2);
        archive.putGrey("mydata/val/c.png", 3);

        assertThat(archive.read().preparation().split().why())
                .isEqualTo("the folders mydata/{Train,val}/ say so: 2 training, 1 validation and 0 test images");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train/a.png test/b.png others/c.png | others/c.png | lies beside the split folders train/, test/",
                "Train/a.png c.png | c.png | lies beside the split folders Train/",
                "mydata/train/a.png mydata/readme.txt | mydata/readme.txt | lies beside the split folders train/",
                "train/a.png val/b.png validation/c.png | validation/ | means the same split as val/",
                "train/a.png Train/b.png | Train/ | means the same split as train/",
                "train/a.png dev/b.png valid/c.png | valid/ | means the same split as dev/",
                "mydata/train/a.png other/b.png | other/b.png | outside of the folder mydata/, in which there is a split folder train/",
                "cats/train/a.png dogs/test/b.png | dogs/test/b.png | outside of the folder cats/, in which there is a split folder train/",
                "mydata/test/a.png readme.png | readme.png | outside of the folder mydata/, in which there is a split folder test/",
                "mydata/test/a.png mydata/val/b.png | archive | the folder train holds no images",
            })
    void whatLooksLikeSplitsAndIsNotClearIsRefusedAndNeverHashedAnew(String files, String entry, String reason) {
        for (String file : files.split(" ", -1)) {
            archive.putGrey(file, 1);
        }

        archive.assertRefused(entry, reason);
    }

    @Test
    void aSplitFileDecidesWhereFoldersDoNotAndNamesFilesFromItsOwnFolderOn() throws Exception {
        archive.putGrey("mydata/cats/train/a.png", 1);
        archive.putGrey("mydata/dogs/train/a.png", 2);
        archive.put("mydata/split.txt", "cats/train/a.png Train\ndogs/train/a.png val\n");

        DatasetManifest manifest = archive.read();

        assertThat(archive.levels(manifest, Split.TRAIN)).containsExactly(1);
        assertThat(archive.levels(manifest, Split.VALIDATION)).containsExactly(2);
    }
}
