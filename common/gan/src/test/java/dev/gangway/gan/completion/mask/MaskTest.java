package dev.gangway.gan.completion.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

    @ParameterizedTest
    @CsvSource({"0.09, 19", "0.25, 32", "0.49, 45", "0.64, 51", "0.81, 58"})
    void aCentreSquareHidesItsFractionOfTheArea(double fraction, int side) {
        assertThat(Mask.centreSquare(64, fraction).hidden()).isEqualTo(side * side);
    }

    @Test
    void aCentreSquareLiesInTheCentre() {
        boolean[] visible = Mask.centreSquare(8, 0.25).visible();
        assertThat(row(visible, 8, 1)).isEqualTo("11111111");
        assertThat(row(visible, 8, 2)).isEqualTo("11000011");
        assertThat(row(visible, 8, 5)).isEqualTo("11000011");
        assertThat(row(visible, 8, 6)).isEqualTo("11111111");
    }

    @Test
    void theFaceMasksHideWhatTheAuthorsHideAt64Pixels() {
        assertThat(FaceMask.CENTER_SMALL.ofSize(64).hidden()).isEqualTo(25 * 25);
        assertThat(FaceMask.CENTER_LARGE.ofSize(64).hidden()).isEqualTo(39 * 39);
        assertThat(FaceMask.PERIOCULAR_SMALL.ofSize(64).hidden()).isEqualTo(39 * 64);
        assertThat(FaceMask.PERIOCULAR_LARGE.ofSize(64).hidden()).isEqualTo(39 * 64 + 25 * 16);
    }

    @Test
    void theFaceMasksScale() {
        boolean[] visible = FaceMask.PERIOCULAR_LARGE.ofSize(32).visible();
        assertThat(row(visible, 32, 0)).isEqualTo("0000" + "1".repeat(24) + "0000");
        assertThat(row(visible, 32, 13)).isEqualTo("0".repeat(32));
    }

    @Test
    void whiteHidesInAMaskFromPixels() {
        Mask mask = Mask.ofPixels(2, new byte[] {0, 127, (byte) 128, (byte) 255});
        assertThat(mask.visible()).containsExactly(true, true, false, false);
    }

    @Test
    void aMaskThatIsNotSquareIsRefused() {
        assertThatThrownBy(() -> Mask.ofPixels(2, new byte[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Mask.centreSquare(64, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatHidesEveryPixelIsRefusedWithTheReason() {
        byte[] white = new byte[16];
        Arrays.fill(white, (byte) 255);
        assertThatThrownBy(() -> Mask.ofPixels(4, white))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing is left");
        assertThatThrownBy(() -> Mask.centreSquare(8, 0.999))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every pixel");
        assertThat(Mask.ofPixels(4, new byte[16]).hidden()).isZero();
    }

    @Test
    void halvesHideTheirSideAndLeaveTheMiddleOfAnOddSize() {
        assertThat(row(HalfMask.LEFT.ofSize(5).visible(), 5, 3)).isEqualTo("00111");
        assertThat(row(HalfMask.RIGHT.ofSize(5).visible(), 5, 3)).isEqualTo("11100");
        assertThat(column(HalfMask.TOP.ofSize(5).visible(), 5, 3)).isEqualTo("00111");
        assertThat(column(HalfMask.BOTTOM.ofSize(4).visible(), 4, 3)).isEqualTo("1100");
    }

    @ParameterizedTest
    @CsvSource({"0.01, 41", "0.25, 1024", "0.9, 3686"})
    void randomPixelsHideExactlyTheirShare(double fraction, int hidden) {
        assertThat(RandomMasks.pixels(64, fraction, 3).hidden()).isEqualTo(hidden);
    }

    @ParameterizedTest
    @CsvSource({"0.25, 1, 1024", "0.25, 4, 1024", "0.5, 7, 2023", "0.9, 3, 3675", "0.001, 40, 40"})
    void randomBlocksHideTheirShareWhetherTheyOverlapOrNot(double fraction, int blocks, int hidden) {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(RandomMasks.blocks(64, fraction, blocks, seed).hidden()).isEqualTo(hidden);
        }
    }

    @Test
    void oneRandomBlockIsASquareThatMovesWithTheSeed() {
        boolean[] visible = RandomMasks.blocks(32, 0.25, 1, 5).visible();
        String hiddenRow = "0".repeat(16);
        long rows = IntStream.range(0, 32)
                .filter(row -> row(visible, 32, row).contains(hiddenRow))
                .count();
        assertThat(rows).isEqualTo(16);
        assertThat(LongStream.range(0, 20)
                        .mapToObj(seed -> RandomMasks.blocks(32, 0.25, 1, seed))
                        .distinct())
                .hasSizeGreaterThan(15);
    }

    @Test
    void aRandomMaskFollowsFromItsSeed() {
        assertThat(RandomMasks.pixels(16, 0.5, 9)).isEqualTo(RandomMasks.pixels(16, 0.5, 9));
        assertThat(RandomMasks.pixels(16, 0.5, 9)).isNotEqualTo(RandomMasks.pixels(16, 0.5, 10));
        assertThat(RandomMasks.blocks(16, 0.3, 2, 9)).isEqualTo(RandomMasks.blocks(16, 0.3, 2, 9));
    }

    @Test
    void aRandomMaskThatWouldHideEverythingIsRefused() {
        assertThatThrownBy(() -> RandomMasks.pixels(2, 0.9, 1)).hasMessageContaining("every pixel");
        assertThatThrownBy(() -> RandomMasks.blocks(4, 0.9, 16, 1)).hasMessageContaining("16 blocks");
        assertThatThrownBy(() -> RandomMasks.blocks(4, 0.5, 0, 1)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> RandomMasks.pixels(4, 1, 1)).hasMessageContaining("fraction");
    }

    private static String column(boolean[] visible, int size, int column) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < size; row++) {
            text.append(visible[row * size + column] ? '1' : '0');
        }
        return text.toString();
    }

    private static String row(boolean[] visible, int size, int row) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < size; column++) {
            text.append(visible[row * size + column] ? '1' : '0');
        }
        return text.toString();
    }
}
