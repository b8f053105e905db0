package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquareFrameTest {

    @Test
    void aPictureThatMissesNothingIsFramedAtItsCentre() throws Exception {
        assertThat(SquareFrame.of(PictureMask.of(7, 10, new boolean[70]))).isEqualTo(new SquareFrame(1, 0, 7));
    }

    @ParameterizedTest
    @CsvSource({"25, 10", "64, 1", "25, 40"})
    void whatLiesWithinTheCentreLeavesTheFrameThere(int left, int width) throws Exception {
        PictureMask mask = Pictures.missing(40, 90, new Crop(left, 3, width, 20));

        assertThat(SquareFrame.of(mask)).isEqualTo(new SquareFrame(25, 0, 40));
    }

    @ParameterizedTest(name = "missing from {0}, {1} wide: framed from {2}")
    @CsvSource({"24, 10, 9", "20, 11, 6", "60, 6, 43", "0, 10, 0", "80, 10, 50", "2, 40, 2", "89, 1, 50"})
    void whatLeavesTheCentreDrawsTheFrameAlongAWidePicture(int left, int width, int framed) throws Exception {
        PictureMask wide = Pictures.missing(40, 90, new Crop(left, 3, width, 20));
        PictureMask tall = Pictures.missing(90, 40, new Crop(3, left, 20, width));

        assertThat(SquareFrame.of(wide)).isEqualTo(new SquareFrame(framed, 0, 40));
        assertThat(SquareFrame.of(tall)).isEqualTo(new SquareFrame(0, framed, 40));
    }

    @Test
    void twoHolesAreHeldTogether() throws Exception {
        boolean[] missing = new boolean[10 * 30];
        missing[2] = true;
        missing[9 * 30 + 9] = true;

        assertThat(SquareFrame.of(PictureMask.of(10, 30, missing))).isEqualTo(new SquareFrame(1, 0, 10));
    }

    @Test
    void aPartLongerThanTheSquareIsRefusedWithItsLength() {
        assertThatThrownBy(() -> SquareFrame.of(Pictures.missing(600, 2000, new Crop(100, 5, 900, 10))))
                .isInstanceOf(PictureRefusedException.class)
                .hasMessage(
                        "the missing part is 900 pixels wide, more than the 600 of the largest square in the picture");
        assertThatThrownBy(() -> SquareFrame.of(Pictures.missing(90, 40, new Crop(0, 49, 40, 41))))
                .isInstanceOf(PictureRefusedException.class)
                .hasMessage(
                        "the missing part is 41 pixels high, more than the 40 of the largest square in the picture");
    }
}
