package dev.gangway.artifacts.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.archive.FileNotice;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureFolderTest {

    private static final ObjectPath FOLDER = ObjectPath.parse("uploads/default/1");
    private static final String PREFIX = FOLDER.prefix();

    @Test
    void eachPictureGetsTheMaskAndTheTruthOfItsName() throws PicturesRefusedException {
        List<Picture> pictures =
                pictures("images/b.JPG", "images/2019/attic.png", "masks/2019/attic.jpg", "masks/b.png", "truth/b.png");

        assertThat(pictures).extracting(Picture::name).containsExactly("2019/attic", "b");
        assertThat(pictures.get(0).mask().key()).isEqualTo(PREFIX + "masks/2019/attic.jpg");
        assertThat(pictures.get(0).truth()).isNull();
        assertThat(pictures.get(1).image())
                .isEqualTo(new PictureFile(PREFIX + "images/b.JPG", 10, "tag of images/b.JPG"));
        assertThat(pictures.get(1).truth().key()).isEqualTo(PREFIX + "truth/b.png");
    }

    @Test
    void oneMaskServesAllPicturesWithoutOneOfTheirOwn() throws PicturesRefusedException {
        assertThat(pictures("a.png", "b.png", "mask.png", "masks/b.png"))
                .extracting(picture -> picture.mask().key())
                .containsExactly(PREFIX + "mask.png", PREFIX + "masks/b.png");
    }

    @Test
    void aPictureNeedsNoMaskWhenTheJobBringsOne() throws PicturesRefusedException {
        assertThat(PictureFolder.pictures(FOLDER, objects("a.png", ".hidden", "dir/"), UploadNotes.NONE, false)
                        .pictures())
                .containsExactly(new Picture("a", new PictureFile(PREFIX + "a.png", 10, "tag of a.png"), null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "images/a.jpg images/a.png mask.png | images/a.png | name-twice | has the same name as images/a.jpg but for its ending",
                "images/a.png masks/a.jpg masks/a.png | masks/a.png | name-twice | has the same name as masks/a.jpg but for its ending",
                "images/a.png mask.png masks/b.png | masks/b.png | picture-missing | there is no picture of the name b",
                "images/a.png mask.png truth/b.png | truth/b.png | picture-missing | there is no picture of the name b",
                "images/a.png images/b.png masks/a.png | images/b.png | mask-missing | send masks/b.png, or mask.png for all",
                "images/a.png mask.png notes.txt | notes.txt | not-a-picture | is no picture",
                "images/a.png mask.png other/b.png | other/b.png | outside-the-folders | lies in none of the folders",
                "images/a.png images/notes.txt mask.png | images/notes.txt | not-a-picture | is no picture",
                "a.png mask.png readme.txt | readme.txt | not-a-picture | is no picture",
                "a.png mask.JPG mask.png | mask.png | name-twice | is a second mask for all beside mask.JPG",
                "images/a.png mask.png images//b.png | images//b.png | name-unusable | must not have an empty part",
            })
    void whatDoesNotFitIsLeftOutByNameAndTheOthersAreFound(String files, String name, String code, String reason)
            throws PicturesRefusedException {
        FoundPictures found = found(files.split(" ", -1));

        assertThat(found.pictures()).extracting(Picture::name).containsExactly("a");
        assertThat(found.leftOut()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo(name);
            assertThat(file.code()).isEqualTo(code);
            assertThat(file.reason()).contains(reason);
        });
    }

    @Test
    void aFolderWithNothingToCompleteIsRefusedAndSaysWhatItHolds() {
        assertThatThrownBy(() -> pictures("masks/a.png", "images/b.png", "readme.txt", ".DS_Store"))
                .isInstanceOf(PicturesRefusedException.class)
                .hasMessageContaining("masks/a.png is a mask, and there is no picture of the name a")
                .hasMessageContaining("images/b.png has no mask")
                .hasMessageContaining("readme.txt is no picture")
                .hasMessageContaining("1 hidden files, .DS_Store among them");
        assertThatThrownBy(() -> pictures()).hasMessageContaining("nothing at all");
    }

    @Test
    void hiddenFilesAreCountedAndNamed() throws PicturesRefusedException {
        FoundPictures found = found(
                "images/a.png", "images/Thumbs.db", "masks/desktop.ini", "images/.ipynb_checkpoints/a.png", "mask.png");

        assertThat(found.pictures()).hasSize(1);
        assertThat(found.leftOut()).isEmpty();
        assertThat(found.notices())
                .containsExactlyElementsOf(FileNotice.hidden(
                        List.of("images/Thumbs.db", "masks/desktop.ini", "images/.ipynb_checkpoints/a.png")));
    }

    @Test
    void foldersAreKnownInAnyCaseAndWithinAFolderAroundThem() throws PicturesRefusedException {
        assertThat(pictures("pack/Images/a.png", "pack/MASKS/a.png", "pack/Truth/a.png"))
                .singleElement()
                .satisfies(picture -> {
                    assertThat(picture.name()).isEqualTo("a");
                    assertThat(picture.mask()).isNotNull();
                    assertThat(picture.truth()).isNotNull();
                });
        assertThat(pictures("2019/a.png", "2019/b.png", "mask.png"))
                .extracting(Picture::name)
                .containsExactly("2019/a", "2019/b");
    }

    @Test
    void twoWritingsOfOneNameAreOneName() throws PicturesRefusedException {
        assertThat(pictures("images/Schr\u00f6der.png", "masks/Schro\u0308der.png"))
                .singleElement()
                .satisfies(picture -> assertThat(picture.mask()).isNotNull());
    }

    private static FoundPictures found(String... paths) throws PicturesRefusedException {
        return PictureFolder.pictures(FOLDER, objects(paths), UploadNotes.NONE, true);
    }

    private static List<Picture> pictures(String... paths) throws PicturesRefusedException {
        return found(paths).pictures();
    }

    private static List<ObjectStatus> objects(String... paths) {
        return Arrays.stream(paths)
                .map(path ->
                        new ObjectStatus(PREFIX + path, path.endsWith("/") ? 0 : 10, "tag of " + path, Instant.EPOCH))
                .toList();
    }
}
