package dev.gangway.completion.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.recipe.MaskRecipe.Kind;
import dev.gangway.evaluation.RgbImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcclusionTest {

    @ParameterizedTest
    @CsvSource({"9, 10", "25, 16", "49, 22", "64, 26", "81, 29"})
    void aCentreSquareHidesItsShareOfTheArea(int percent, int side) {
        assertThat(Occlusion.of(MaskRecipe.centreSquare(percent), 32, 0).mask().hidden())
                .isEqualTo(side * side);
    }

    @ParameterizedTest
    @CsvSource({"CENTRE_SMALL, 625", "CENTRE_LARGE, 1521", "PERIOCULAR_SMALL, 2496", "PERIOCULAR_LARGE, 2896"})
    void rankgansMasksHideWhatTheAuthorsHide(Kind kind, int hidden) {
        Occlusion occlusion = Occlusion.of(new MaskRecipe(kind, null), 64, 0);
        assertThat(occlusion.mask().hidden()).isEqualTo(hidden);
        assertThat(missing(occlusion)).isEqualTo(hidden);
    }

    @Test
    void theBaselinesFillTheHoleAndNothingElse() {
        RgbImage image = plain((byte) 10);
        RgbImage completed = plain((byte) 99);
        Occlusion occlusion = Occlusion.of(MaskRecipe.centreSquare(25), 32, 0);

        Map<ImageSet, List<RgbImage>> sets =
                new Truth(0, List.of(image), plain((byte) 77)).beside(List.of(completed), List.of(occlusion));

        assertThat(sets.get(ImageSet.TRUTH)).containsExactly(image);
        assertThat(sets.get(ImageSet.COMPLETED)).containsExactly(completed);
        assertFilled(sets.get(ImageSet.OCCLUDED).get(0), occlusion, (byte) 128);
        assertFilled(sets.get(ImageSet.MEAN_COLOUR).get(0), occlusion, (byte) 10);
        assertFilled(sets.get(ImageSet.MEAN_IMAGE).get(0), occlusion, (byte) 77);
    }

    @Test
    void everyKindOfMaskIsThere() {
        for (Kind kind : Kind.values()) {
            boolean shared = kind == Kind.CENTRE_SQUARE || kind.isRandom();
            assertThat(missing(Occlusion.of(new MaskRecipe(kind, shared ? 25 : null), 32, 1)))
                    .as(kind.name())
                    .isBetween(100, 900);
        }
    }

    @Test
    void aRandomMaskIsOfTheImageWhateverTheBatch() throws TaskRefusedException {
        MaskRecipe recipe = new MaskRecipe(Kind.RANDOM_BLOCKS, 30, 2);
        List<RgbImage> images = Collections.nCopies(5, plain((byte) 10));
        List<Occlusion> all = Occlusion.of(recipe, 7, new Truth(100, images, images.get(0)));
        List<Occlusion> some = Occlusion.of(recipe, 7, new Truth(102, images.subList(0, 2), images.get(0)));
        assertThat(some)
                .extracting(Occlusion::mask)
                .containsExactly(all.get(2).mask(), all.get(3).mask());
        assertThat(all).extracting(Occlusion::mask).doesNotHaveDuplicates();
        assertThat(Occlusion.of(recipe, 8, new Truth(100, images, images.get(0))))
                .extracting(Occlusion::mask)
                .doesNotContainAnyElementsOf(all.stream().map(Occlusion::mask).toList());
    }

    @Test
    void aMaskThatWouldLeaveNothingVisibleRefusesTheTask() {
        RgbImage tiny = Occlusion.grey(4);
        Truth truth = new Truth(0, List.of(tiny), tiny);
        assertThatThrownBy(() -> Occlusion.of(new MaskRecipe(Kind.RANDOM_BLOCKS, 90, 40), 1, truth))
                .isInstanceOfSatisfying(
                        TaskRefusedException.class, e -> assertThat(e.code()).isEqualTo("mask-refused"));
    }

    private static void assertFilled(RgbImage filled, Occlusion occlusion, byte filling) {
        for (int sample = 0; sample < filled.rgb().length; sample++) {
            boolean missing = occlusion.hole().missing()[sample / RgbImage.CHANNELS];
            assertThat(filled.rgb()[sample]).isEqualTo(missing ? filling : (byte) 10);
        }
    }

    private static RgbImage plain(byte value) {
        byte[] rgb = new byte[32 * 32 * RgbImage.CHANNELS];
        Arrays.fill(rgb, value);
        return new RgbImage(32, 32, rgb);
    }

    private static int missing(Occlusion occlusion) {
        int missing = 0;
        for (boolean pixel : occlusion.hole().missing()) {
            missing += pixel ? 1 : 0;
        }
        return missing;
    }
}
