package dev.gangway.artifacts.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.store.ObjectStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureFolderTest {

    private static final String PREFIX = "uploads/default/1/";

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
        assertThat(PictureFolder.pictures(PREFIX, objects("a.png", ".hidden", "dir/"), false))
                .containsExactly(new Picture("a", new PictureFile(PREFIX + "a.png", 10, "tag of a.png"), null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "images/a.png images/a.jpg mask.png | images/a.jpg: has the same name as images/a.png but for its ending",
                "images/a.png masks/a.png masks/a.jpg | masks/a.jpg: has the same name as masks/a.png but for its ending",
                "images/a.png mask.png masks/b.png | masks/b.png: there is no picture of the name b",
                "images/a.png mask.png truth/b.png | truth/b.png: there is no picture of the name b",
                "images/a.png images/b.png masks/a.png | images/b.png: has no mask: send masks/b.png, or mask.png for all, or a mask with the job",
                "images/a.png mask.png notes.txt | notes.txt: lies in none of the folders images/, masks/ and truth/",
                "a.png mask.png mask.JPG | mask.JPG: a second mask for all beside mask.png",
                "masks/a.png | uploads/default/1/: there are no pictures",
            })
    void whatDoesNotFitTogetherIsRefusedByName(String files, String message) {
        assertThatThrownBy(() -> pictures(files.split(" ")))
                .isInstanceOf(PicturesRefusedException.class)
                .hasMessage(message);
    }

    private static List<Picture> pictures(String... paths) throws PicturesRefusedException {
        return PictureFolder.pictures(PREFIX, objects(paths), true);
    }

    private static List<ObjectStatus> objects(String... paths) {
        return Arrays.stream(paths)
                .map(path -> new ObjectStatus(PREFIX + path, 10, "tag of " + path, Instant.EPOCH))
                .toList();
    }
}
