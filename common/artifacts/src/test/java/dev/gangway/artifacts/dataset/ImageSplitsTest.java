package dev.gangway.artifacts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gangway.artifacts.archive.ArchiveRefusedException;
import dev.gangway.artifacts.image.Crop;
import dev.gangway.artifacts.image.Pictures;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.contracts.completion.Split;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageSplitsTest {

    private static final int PEOPLE = 30;

    private final SentArchive archive = new SentArchive();

    @Test
    void aSplitFileSortsImagesOfAnyFolder() throws Exception {
        archive.putGrey("faces/a.png", 1);
        archive.putGrey("faces/b.png", 2);
        archive.putGrey("others/c.png", 3);
        archive.put("split.csv", "path,split\nfaces/b.png,train\n# a remark\n\nc.png , test\na.png,validation\n");

        DatasetManifest manifest = archive.read();

        assertThat(archive.levels(manifest, Split.TRAIN)).containsExactly(2);
        assertThat(archive.levels(manifest, Split.VALIDATION)).containsExactly(1);
        assertThat(archive.levels(manifest, Split.TEST)).containsExactly(3);
        assertThat(manifest.preparation().split())
                .isEqualTo(new SplitRule(
                        SplitRule.By.SPLIT_FILE,
                        null,
                        SplitRule.Identities.UNKNOWN,
                        "the split file split.csv says so: 1 training, 1 validation and 1 test images"));
    }

    @Test
    void aSplitFileNamesImagesAsArchivesAreWrittenOnAnySystem() throws Exception {
        archive.putGrey("faces/Schr\u00f6der.png", 1);
        archive.putGrey("faces/b.png", 2);
        archive.putGrey("M\u00fcller.png", 3);
        byte[] table = "faces\\Schr\u00f6der.png,train\r\n.\\faces\\b.png,val\r\n./M\u00fcller.png,test\r\n"
                .getBytes(Charset.forName("IBM437"));
        archive.put("split.csv", table);

        DatasetManifest manifest = archive.read();

        assertThat(archive.levels(manifest, Split.TRAIN)).containsExactly(1);
        assertThat(archive.levels(manifest, Split.VALIDATION)).containsExactly(2);
        assertThat(archive.levels(manifest, Split.TEST)).containsExactly(3);
    }

    @Test
    void aSplitFileThatDoesNotFitTheArchiveIsRefusedWithItsLine() {
        archive.putGrey("one/a.png", 1);
        archive.putGrey("two/a.png", 2);

        archive.put("split.txt", "one/a.png train\ntwo/b.png test");
        archive.assertRefused("split.txt", "line 2 names the file two/b.png, which is not in the archive");
        archive.put("split.txt", "one/a.png train\ntwo/a.png dew");
        archive.assertRefused("split.txt", "line 2 names the split dew");
        archive.put("split.txt", "one/a.png train\n");
        archive.assertRefused("split.txt", "does not name the file two/a.png");
        archive.put("split.txt", "one/a.png train\none/a.png train\n");
        archive.assertRefused("split.txt", "line 2 names the file one/a.png again");
        archive.put("split.txt", "a.png train\n");
        archive.assertRefused("split.txt", "line 1 says a.png, which several folders have");
        archive.put("split.txt", "one/a.png\n");
        archive.assertRefused("split.txt", "line 1 must be a file and a word");
        archive.put("split.txt", "one/a.png test\ntwo/a.png test\n");
        archive.assertRefused("archive", "no training images");
        archive.put("split.csv", "");
        archive.assertRefused("split.csv", "a second split file");
    }

    @Test
    void aLineIsReadInTheTimeOfItsLengthAndHasALimit() {
        archive.putGrey("a.png", 1);

        archive.put("split.txt", " x" + " ".repeat(2_000) + "\t".repeat(2_000) + "y z");
        archive.assertRefused("split.txt", "line 1 names the file");
        archive.put("split.txt", "a.png train" + " ".repeat(5_000));
        archive.assertRefused("split.txt", "line 1 has more than 4096 characters");
        archive.put("split.txt", "\n".repeat(1_000_000) + "b");
        archive.assertRefused("split.txt", "line 1000001 must be a file and a word: b");
    }

    @Test
    void peopleGoToOneSplitEachUntilTheSharesAreMet() throws Exception {
        Map<Integer, Integer> people = ninetyImagesOfThirtyPeople();

        DatasetManifest manifest = archive.read();

        assertThat(manifest.count(Split.TRAIN)).isBetween(72, 76);
        assertThat(manifest.count(Split.VALIDATION)).isBetween(5, 13);
        assertThat(manifest.count(Split.TEST)).isBetween(5, 13);
        Map<Integer, Split> seen = new HashMap<>();
        for (Split split : Split.values()) {
            for (int image : archive.levels(manifest, split)) {
                Split before = seen.putIfAbsent(people.get(image), split);
                assertThat(before).as("person %d", people.get(image)).isIn(null, split);
            }
        }
        assertThat(seen).hasSize(PEOPLE);
        SplitRule rule = manifest.preparation().split();
        assertThat(rule.by()).isEqualTo(SplitRule.By.HASH_OF_PERSON);
        assertThat(rule.shares()).isEqualTo(SplitShares.DEFAULT);
        assertThat(rule.identities()).isEqualTo(SplitRule.Identities.DISJOINT);
        assertThat(rule.why()).contains("identity_CelebA.txt tells people apart", " training, ");
    }

    @Test
    void theFolderThatImagesArePackedWithMakesNoDifferenceToTheirSplits() throws Exception {
        SentArchive packed = new SentArchive();
        for (int level = 0; level < 50; level++) {
            archive.putGrey(level + ".png", level);
            packed.putGrey("faces/" + level + ".png", level);
        }

        DatasetManifest bare = archive.read();
        DatasetManifest wrapped = packed.read();

        for (Split split : Split.values()) {
            assertThat(packed.levels(wrapped, split)).containsExactly(archive.levels(bare, split));
        }
    }

    @Test
    void theSameSeedGivesTheSameSplitsAndAnotherSeedOthers() throws Exception {
        ninetyImagesOfThirtyPeople();

        int[] test = tests(0);

        assertThat(tests(0)).containsExactly(test);
        assertThat(tests(1)).isNotEqualTo(test);
    }

    @Test
    void withoutAnyFileImagesGoWhereTheirNamesHashPutsThem() throws Exception {
        for (int level = 0; level < 50; level++) {
            archive.putGrey("faces/" + level + ".png", level);
        }

        DatasetManifest manifest =
                archive.read(SentArchive.LIMITS, new ArchiveWishes(Optional.empty(), new SplitShares(60, 20, 20, 3)));

        assertThat(manifest.count(Split.TRAIN)).isEqualTo(30);
        assertThat(manifest.count(Split.VALIDATION)).isEqualTo(10);
        assertThat(manifest.count(Split.TEST)).isEqualTo(10);
        assertThat(manifest.preparation().split().by()).isEqualTo(SplitRule.By.HASH_OF_NAME);
        assertThat(manifest.preparation().split().identities()).isEqualTo(SplitRule.Identities.UNKNOWN);
    }

    @Test
    void theFirstImagesOfASplitAreOfAllClassesThoughTheArchiveSortsThem() throws Exception {
        for (int level = 0; level < 100; level++) {
            archive.putGrey("train/%s/%02d.png".formatted(level < 50 ? "airplane" : "truck", level), level);
        }

        DatasetManifest manifest = archive.read();

        assertThat(manifest.preparation().split().by()).isEqualTo(SplitRule.By.FOLDERS_AND_HASHED_TENTH);
        assertThat(manifest.count(Split.VALIDATION)).isEqualTo(10);
        assertThat(classes(Arrays.stream(archive.levels(manifest, Split.VALIDATION))))
                .containsExactlyInAnyOrder("airplane", "truck");
        assertThat(classes(Arrays.stream(archive.levels(manifest, Split.TRAIN)).limit(20)))
                .containsExactlyInAnyOrder("airplane", "truck");
    }

    private static Set<String> classes(IntStream levels) {
        return levels.mapToObj(level -> level < 50 ? "airplane" : "truck").collect(Collectors.toSet());
    }

    @Test
    void aPersonIsNotSharedBetweenTrainingAndTheTenthTakenFromIt() throws Exception {
        StringBuilder identities = new StringBuilder();
        for (int level = 0; level < 90; level++) {
            archive.putGrey("train/" + level + ".png", level);
            identities.append(level).append(".png ").append(level / 3).append('\n');
        }
        archive.put("identity_CelebA.txt", identities.toString());

        DatasetManifest manifest = archive.read();

        assertThat(manifest.count(Split.VALIDATION)).isEqualTo(9);
        assertThat(manifest.preparation().split().identities()).isEqualTo(SplitRule.Identities.DISJOINT);
    }

    @Test
    void tooFewPeopleForTheSharesAreRefused() {
        archive.putGrey("a.png", 1);
        archive.putGrey("b.png", 2);
        archive.put("identity.csv", "file,person\na.png,ann\nb.png,ann\n");

        archive.assertRefused("archive", "1 people are too few for 10 percent of validation images");
    }

    @Test
    void aPersonWhomSplitFileOrFoldersPutIntoTwoSplitsIsNamed() {
        archive.putGrey("train/a.png", 1);
        archive.putGrey("validation/b.png", 2);
        archive.put("identity_CelebA.txt", "a.png 7\nb.png 7\n");
        archive.assertRefused("identity_CelebA.txt", "line 2 puts person 7 into two splits: train/a.png is in train");

        archive.put("split.csv", "a.png,test\nb.png,train\n");
        archive.assertRefused("identity_CelebA.txt", "line 2 puts person 7 into two splits: train/a.png is in test");
    }

    @Test
    void anIdentityFileThatNamesAnotherFileIsRefused() {
        archive.putGrey("train/a.png", 1);
        archive.put("Anno/identity_CelebA.txt", "000001.jpg 7\n");

        archive.assertRefused(
                "Anno/identity_CelebA.txt", "line 1 names the file 000001.jpg, which is not in the archive");
    }

    @Test
    void aRectangleIsCutOutOfEveryImageAndNamedInTheManifest() throws Exception {
        PixelImage noise = Pictures.noise(12, 5);
        archive.put("train/a.png", PngEncoder.encode(noise));

        Crop crop = new Crop(3, 1, SentArchive.SIDE, SentArchive.SIDE);
        DatasetManifest manifest =
                archive.read(SentArchive.LIMITS, new ArchiveWishes(Optional.of(crop), SplitShares.DEFAULT));

        PixelImage first = archive.first(manifest);
        assertThat(first.sample(0, 0, 1)).isEqualTo(noise.sample(1, 3, 1));
        assertThat(first.sample(7, 6, 2)).isEqualTo(noise.sample(8, 9, 2));
        assertThat(manifest.preparation().crop()).isEqualTo(crop);
    }

    @Test
    void anImageThatDoesNotHoldTheRectangleIsNamed() {
        archive.putGrey("train/a.png", 1);

        archive.assertRefused(
                SentArchive.LIMITS,
                new ArchiveWishes(Optional.of(new Crop(1, 0, 8, 8)), SplitShares.DEFAULT),
                "train/a.png",
                "8x8 pixels does not hold 8x8 pixels from column 1 and row 0");
    }

    @Test
    void sharesThatAreNotAHundredPercentAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SplitShares(80, 10, 11, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SplitShares(0, 50, 50, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SplitShares(120, -10, -10, 0));
    }

    private int[] tests(long seed) throws ArchiveRefusedException {
        SentArchive again = new SentArchive();
        ninetyImagesOfThirtyPeople(again);
        DatasetManifest manifest =
                again.read(SentArchive.LIMITS, new ArchiveWishes(Optional.empty(), new SplitShares(80, 10, 10, seed)));
        int[] levels = again.levels(manifest, Split.TEST);
        Arrays.sort(levels);
        return levels;
    }

    private Map<Integer, Integer> ninetyImagesOfThirtyPeople() {
        return ninetyImagesOfThirtyPeople(archive);
    }

    /** Person by image, which is known by its level; some people have one image and some five. */
    private static Map<Integer, Integer> ninetyImagesOfThirtyPeople(SentArchive archive) {
        Map<Integer, Integer> people = new HashMap<>();
        StringBuilder table = new StringBuilder();
        int image = 0;
        for (int person = 0; person < PEOPLE; person++) {
            for (int i = 0; i <= person % 5; i++) {
                archive.putGrey("img_align_celeba/%06d.jpg".formatted(image), image);
                table.append("%06d.jpg %d%n".formatted(image, person));
                people.put(image++, person);
            }
        }
        archive.put("identity_CelebA.txt", table.toString());
        return people;
    }
}
