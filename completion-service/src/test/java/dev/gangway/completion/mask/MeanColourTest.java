package dev.gangway.completion.mask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.evaluation.Hole;
import dev.gangway.evaluation.RgbImage;
import org.junit.jupiter.api.Test;

class MeanColourTest {

    private static final RgbImage THREE_PIXELS =
            new RgbImage(1, 3, new byte[] {(byte) 250, 10, 0, 0, 0, 0, (byte) 255, 20, 1});

    @Test
    void theColourIsTheRoundedMeanOfTheVisiblePixelsOfTheImageItself() {
        RgbImage colour = MeanColour.of(THREE_PIXELS, new Hole(1, 3, new boolean[] {false, true, false}));

        assertThat(colour.rgb()).containsExactly(253, 15, 1, 253, 15, 1, 253, 15, 1);
    }

    @Test
    void anImageOfWhichNothingIsVisibleIsGrey() {
        RgbImage colour = MeanColour.of(THREE_PIXELS, new Hole(1, 3, new boolean[] {true, true, true}));

        assertThat(colour.rgb()).containsOnly(128);
    }
}
