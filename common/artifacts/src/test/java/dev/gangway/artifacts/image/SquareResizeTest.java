package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SquareResizeTest {

    @Test
    void aSquareOfTheWantedSizePassesUnchanged() {
        PixelImage image = Pictures.noise(8, 1);

        assertThat(new SquareResize(8).apply(image)).isSameAs(image);
    }

    @Test
    void onlyTheCentreOfAWideImageIsSeen() {
        PixelImage wide = Pictures.painted(4, 10, (row, column) -> column >= 3 && column < 7 ? 200 : 0);

        assertThat(new SquareResize(2).apply(wide)).isEqualTo(Pictures.painted(2, 2, (row, column) -> 200));
    }

    @Test
    void aTallImageOfTheWantedWidthIsCutWithoutResampling() {
        PixelImage tall = Pictures.painted(9, 4, (row, column) -> row * 10 + column);

        assertThat(new SquareResize(4).apply(tall))
                .isEqualTo(Pictures.painted(4, 4, (row, column) -> (row + 2) * 10 + column));
    }

    @Test
    void shrinkingAveragesWhatItLeavesOut() {
        PixelImage stripes = Pictures.painted(64, 64, (row, column) -> column % 2 == 0 ? 0 : 200);

        PixelImage small = new SquareResize(8).apply(stripes);

        for (int column = 1; column < 7; column++) {
            assertThat(small.sample(4, column, 0)).isBetween(98, 102);
        }
    }

    @Test
    void shrinkingKeepsTheMean() {
        PixelImage image = Pictures.noise(96, 1);

        assertThat(mean(new SquareResize(32).apply(image))).isCloseTo(mean(image), within(1.0));
    }

    @Test
    void growingInterpolatesBetweenPixelCentres() {
        PixelImage two = Pictures.painted(2, 2, (row, column) -> column * 100);

        PixelImage four = new SquareResize(4).apply(two);

        assertThat(new int[] {four.sample(0, 0, 0), four.sample(0, 1, 0), four.sample(0, 2, 0), four.sample(0, 3, 0)})
                .containsExactly(0, 25, 75, 100);
    }

    private static double mean(PixelImage image) {
        double sum = 0;
        for (byte sample : image.rgb()) {
            sum += Byte.toUnsignedInt(sample);
        }
        return sum / image.rgb().length;
    }
}
