package dev.gangway.completion.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.completion.judgement.ImageSet;
import dev.gangway.completion.mask.Occlusion;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.evaluation.RgbImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruthTest {

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
}
