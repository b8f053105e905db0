package dev.gangway.completion.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.recipe.MaskRecipe.Kind;
import dev.gangway.evaluation.RgbImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcclusionTest {

    @ParameterizedTest
    @CsvSource({"9, 10", "25, 16", "49, 22", "64, 26", "81, 29"})
    void aCentreSquareHidesItsShareOfTheArea(int percent, int side) {
        assertThat(Occlusion.of(MaskRecipe.centreSquare(percent), 32).mask().hidden())
                .isEqualTo(side * side);
    }

    @ParameterizedTest
    @CsvSource({"CENTRE_SMALL, 625", "CENTRE_LARGE, 1521", "PERIOCULAR_SMALL, 2496", "PERIOCULAR_LARGE, 2896"})
    void rankgansMasksHideWhatTheAuthorsHide(Kind kind, int hidden) {
        Occlusion occlusion = Occlusion.of(new MaskRecipe(kind, null), 64);
        assertThat(occlusion.mask().hidden()).isEqualTo(hidden);
        assertThat(missing(occlusion)).isEqualTo(hidden);
    }

    @Test
    void theBaselinesFillTheHoleAndNothingElse() {
        RgbImage image = plain((byte) 10);
        RgbImage completed = plain((byte) 99);
        Occlusion occlusion = Occlusion.of(MaskRecipe.centreSquare(25), 32);

        Map<ImageSet, List<RgbImage>> sets =
                new Truth(0, List.of(image), plain((byte) 77)).beside(List.of(completed), occlusion);

        assertThat(sets.get(ImageSet.TRUTH)).containsExactly(image);
        assertThat(sets.get(ImageSet.COMPLETED)).containsExactly(completed);
        assertFilled(sets.get(ImageSet.OCCLUDED).get(0), occlusion, (byte) 128);
        assertFilled(sets.get(ImageSet.MEAN_COLOUR).get(0), occlusion, (byte) 77);
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
