package dev.gangway.artifacts.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.artifacts.archive.ArchiveLimits;
import dev.gangway.artifacts.archive.FileNotice;
import dev.gangway.contracts.completion.Split;
import dev.gangway.testing.SampleCases;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Datasets as people pack them. */
class SampleDatasetsTest {

    private final SentArchive archive = new SentArchive();

    @ParameterizedTest
    @ValueSource(strings = {"dataset-flat", "dataset-wrapped", "dataset-thumbs-db", "dataset-hidden-folders"})
    void theSplitsAreThoseOfTheFoldersHoweverTheFolderWasPacked(String name) throws Exception {
        DatasetManifest manifest = read(name);

        assertThat(manifest.count(Split.TRAIN)).isEqualTo(40);
        assertThat(manifest.count(Split.VALIDATION)).isEqualTo(25);
        assertThat(manifest.count(Split.TEST)).isEqualTo(35);
        assertThat(manifest.preparation().split().by()).isEqualTo(SplitRule.By.FOLDERS);
    }

    @Test
    void aFolderAroundEverythingMakesNoDifferenceToTheDataset() throws Exception {
        int[] flat = archive.levels(read("dataset-flat"), Split.TRAIN);

        assertThat(archive.levels(read("dataset-wrapped"), Split.TRAIN)).isEqualTo(flat);
    }

    @Test
    void whatNobodyMeantIsCountedAndNamed() throws Exception {
        assertThat(read("dataset-thumbs-db").preparation().notices())
                .containsExactlyElementsOf(FileNotice.hidden(List.of("train/Thumbs.db")));
        assertThat(read("dataset-hidden-folders").preparation().notices())
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.code()).isEqualTo("hidden-files");
                    assertThat(notice.files()).isEqualTo(2);
                    assertThat(notice.names()).allMatch(name -> name.contains(".ipynb_checkpoints/"));
                });
        assertThat(read("dataset-flat").preparation().notices()).isEmpty();
    }

    private DatasetManifest read(String name) throws Exception {
        archive.clear();
        return archive.read(ArchiveLimits.DEFAULT, ArchiveWishes.DEFAULT, SampleCases.read(name + ".zip"));
    }
}
