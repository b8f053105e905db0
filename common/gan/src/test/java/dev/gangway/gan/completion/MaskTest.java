package dev.gangway.gan.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private static String row(boolean[] visible, int size, int row) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < size; column++) {
            text.append(visible[row * size + column] ? '1' : '0');
        }
        return text.toString();
    }
}
