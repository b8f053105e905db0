package dev.gangway.completion.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.recipe.MaskRecipe.Kind;
import java.util.Arrays;
import java.util.List;
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
    void everyKindOfMaskIsThere() {
        for (Kind kind : Kind.values()) {
            boolean shared = kind == Kind.CENTRE_SQUARE || kind.isRandom();
            byte[] image = kind == Kind.IMAGE ? halfWhite() : null;
            assertThat(missing(Occlusion.of(new MaskRecipe(kind, shared ? 25 : null, null, image), 32, 1)))
                    .as(kind.name())
                    .isBetween(100, 900);
        }
    }

    @Test
    void aRandomMaskIsOfTheImageWhateverTheBatch() throws TaskRefusedException {
        MaskRecipe recipe = new MaskRecipe(Kind.RANDOM_BLOCKS, 30, 2);
        List<Occlusion> all = Occlusion.of(recipe, 7, 100, 5, 32);
        List<Occlusion> some = Occlusion.of(recipe, 7, 102, 2, 32);
        assertThat(some)
                .extracting(Occlusion::mask)
                .containsExactly(all.get(2).mask(), all.get(3).mask());
        assertThat(all).extracting(Occlusion::mask).doesNotHaveDuplicates();
        assertThat(Occlusion.of(recipe, 8, 100, 5, 32))
                .extracting(Occlusion::mask)
                .doesNotContainAnyElementsOf(all.stream().map(Occlusion::mask).toList());
    }

    @Test
    void aMaskThatWouldLeaveNothingVisibleRefusesTheTask() {
        assertThatThrownBy(() -> Occlusion.of(new MaskRecipe(Kind.RANDOM_BLOCKS, 90, 40), 1, 0, 1, 4))
                .isInstanceOfSatisfying(
                        TaskRefusedException.class, e -> assertThat(e.code()).isEqualTo("mask-refused"));
    }

    private static byte[] halfWhite() {
        byte[] rgb = new byte[32 * 32 * PixelImage.CHANNELS];
        Arrays.fill(rgb, 0, rgb.length / 2, (byte) 255);
        return PngEncoder.encode(new PixelImage(32, 32, rgb));
    }

    private static int missing(Occlusion occlusion) {
        int missing = 0;
        for (boolean pixel : occlusion.hole().missing()) {
            missing += pixel ? 1 : 0;
        }
        return missing;
    }
}
