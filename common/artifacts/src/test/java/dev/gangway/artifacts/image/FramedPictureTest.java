package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramedPictureTest {

    @ParameterizedTest
    @CsvSource({"64, 64", "480, 640", "300, 97", "33, 40", "1, 1"})
    void aPictureThatMissesNothingIsResizedAsTrainingImagesAre(int height, int width) throws Exception {
        PixelImage picture = Pictures.noise(height, width, 1);

        FramedPicture framed = FramedPicture.of(picture, nothingMissing(picture), 64);

        assertThat(framed.input()).isEqualTo(new SquareResize(64).apply(picture));
        assertThat(framed.mask().missingPixels()).isZero();
        assertThat(framed.pasted(Pictures.noise(64, 2))).isEqualTo(picture);
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "480, 640", "300, 97", "33, 40"})
    void theColoursOfMissingPixelsDoNotMatter(int height, int width) throws Exception {
        PictureMask mask = Pictures.missing(height, width, new Crop(3, 5, width / 3, height / 4));
        PixelImage picture = Pictures.noise(height, width, 1);
        PixelImage other = hiding(picture, mask, Pictures.noise(height, width, 2));
        PixelImage completed = Pictures.noise(64, 3);

        FramedPicture one = FramedPicture.of(picture, mask, 64);
        FramedPicture two = FramedPicture.of(other, mask, 64);

        assertThat(other).isNotEqualTo(picture);
        assertThat(two.input()).isEqualTo(one.input());
        assertThat(two.mask()).isEqualTo(one.mask());
        assertThat(two.pasted(completed)).isEqualTo(one.pasted(completed));
    }

    @Test
    void whatHasNoMissingPartIsAsIfNothingWereMissing() throws Exception {
        PixelImage picture = Pictures.noise(96, 1);
        PixelImage whole = new SquareResize(32).apply(picture);

        PixelImage input = FramedPicture.of(picture, Pictures.missing(96, 96, new Crop(48, 0, 48, 96)), 32)
                .input();

        Crop untouched = new Crop(0, 0, 15, 32);
        assertThat(untouched.apply(input)).isEqualTo(untouched.apply(whole));
    }

    @Test
    void visibleNeighboursAloneColourThePixelsAtAnEdge() throws Exception {
        PixelImage picture = Pictures.painted(96, 96, (row, column) -> column < 50 ? 200 : 0);
        PictureMask mask = Pictures.missing(96, 96, new Crop(50, 0, 46, 96));

        FramedPicture framed = FramedPicture.of(picture, mask, 32);

        for (int column = 0; column < 32; column++) {
            int expected = framed.mask().missing(9, column) ? 128 : 200;
            assertThat(framed.input().sample(9, column, 1)).isEqualTo(expected);
        }
        assertThat(framed.mask().missing(9, 15)).isFalse();
        assertThat(framed.mask().missing(9, 17)).isTrue();
    }

    @Test
    void aPixelOfWhichHalfIsVisibleIsVisible() throws Exception {
        PixelImage picture = Pictures.noise(60, 1);
        PictureMask leftHalf = Pictures.missing(60, 60, new Crop(0, 0, 30, 60));
        PictureMask oneMore = Pictures.missing(60, 60, new Crop(0, 0, 31, 60));

        boolean[] half = FramedPicture.of(picture, leftHalf, 3).missing();
        boolean[] more = FramedPicture.of(picture, oneMore, 3).missing();

        assertThat(half).containsExactly(true, false, false, true, false, false, true, false, false);
        assertThat(more).containsExactly(true, true, false, true, true, false, true, true, false);
    }

    @Test
    void aScratchTooThinToBeSeenStillIsMissing() throws Exception {
        PixelImage picture = Pictures.noise(640, 1);
        PictureMask scratch = Pictures.missing(640, 640, new Crop(100, 315, 400, 1));

        FramedPicture framed = FramedPicture.of(picture, scratch, 64);

        assertThat(framed.mask().missing(31, 30)).isTrue();
        assertThat(framed.mask().missing(28, 30)).isFalse();
        assertThat(framed.mask().missingPixels()).isBetween(40, 100);
    }

    @Test
    void aSinglePixelInTheCornerOfALargePictureIsMissing() throws Exception {
        PixelImage picture = Pictures.noise(1000, 1);
        PictureMask corner = Pictures.missing(1000, 1000, new Crop(999, 999, 1, 1));

        FramedPicture framed = FramedPicture.of(picture, corner, 64);

        assertThat(framed.mask()).isEqualTo(Pictures.missing(64, 64, new Crop(63, 63, 1, 1)));
    }

    @Test
    void theMissingPartIsSeenWhereverItLies() throws Exception {
        PixelImage picture = Pictures.noise(60, 200, 1);

        FramedPicture framed = FramedPicture.of(picture, Pictures.missing(60, 200, new Crop(0, 0, 20, 60)), 60);

        assertThat(framed.frame()).isEqualTo(new SquareFrame(0, 0, 60));
        assertThat(framed.mask()).isEqualTo(Pictures.missing(60, 60, new Crop(0, 0, 20, 60)));
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "480, 640", "300, 97", "33, 40"})
    void everyVisiblePixelComesBackBitEqualAndEveryMissingOneIsFilled(int height, int width) throws Exception {
        PixelImage picture = Pictures.painted(height, width, (row, column) -> 7);
        PictureMask mask = Pictures.missing(height, width, new Crop(3, 5, width / 3, height / 4));

        PixelImage full = FramedPicture.of(picture, mask, 64).pasted(Pictures.grey(64, 201));

        assertThat(full)
                .isEqualTo(Pictures.painted(height, width, (row, column) -> mask.missing(row, column) ? 201 : 7));
    }

    @Test
    void aPictureOfTheNetworksSizeIsResampledInNoDirection() throws Exception {
        PixelImage picture = Pictures.noise(64, 90, 1);
        PixelImage completed = Pictures.noise(64, 2);
        PictureMask mask = Pictures.missing(64, 90, new Crop(30, 10, 20, 30));

        FramedPicture framed = FramedPicture.of(picture, mask, 64);
        PixelImage full = framed.pasted(completed);

        assertThat(framed.mask()).isEqualTo(Pictures.missing(64, 64, new Crop(17, 10, 20, 30)));
        for (int row = 0; row < 64; row++) {
            for (int column = 0; column < 64; column++) {
                int expected = mask.missing(row, column + 13)
                        ? completed.sample(row, column, 2)
                        : picture.sample(row, column + 13, 2);
                assertThat(full.sample(row, column + 13, 2)).isEqualTo(expected);
            }
        }
    }

    @Test
    void aSlopeIsEnlargedToASlope() throws Exception {
        PixelImage picture = Pictures.grey(320, 0);
        PixelImage slope = Pictures.painted(32, 32, (row, column) -> 4 + 8 * column);

        PixelImage full = FramedPicture.of(picture, Pictures.missing(320, 320, new Crop(100, 100, 100, 100)), 32)
                .pasted(slope);

        for (int column = 100; column < 200; column++) {
            assertThat(full.sample(150, column, 0) - 0.8 * (column + 0.5)).isCloseTo(0, within(0.51));
        }
    }

    @Test
    void whatOvershootsIsCutOffAtBlackAndWhite() throws Exception {
        PixelImage picture = Pictures.grey(320, 90);
        PixelImage edge = Pictures.painted(32, 32, (row, column) -> column < 16 ? 0 : 255);

        PixelImage full = FramedPicture.of(picture, Pictures.missing(320, 320, new Crop(100, 100, 120, 100)), 32)
                .pasted(edge);

        assertThat(full.sample(150, 149, 0)).isZero();
        assertThat(full.sample(150, 170, 0)).isEqualTo(255);
        for (int column = 101; column < 220; column++) {
            assertThat(full.sample(150, column, 0)).isGreaterThanOrEqualTo(full.sample(150, column - 1, 0));
        }
    }

    @Test
    void aMaskOfAnotherSizeIsRefusedWithBothSizes() {
        assertThatThrownBy(() ->
                        FramedPicture.of(Pictures.noise(30, 40, 1), PictureMask.of(40, 30, new boolean[1200]), 32))
                .isInstanceOf(PictureRefusedException.class)
                .hasMessage("the mask has 30x40 pixels (width by height), the picture 40x30");
    }

    @Test
    void aPictureOfWhichNothingIsLeftIsRefused() {
        PixelImage picture = Pictures.noise(100, 1);
        PictureMask all = Pictures.missing(100, 100, new Crop(0, 0, 100, 100));
        PictureMask allButAnEdge = Pictures.missing(100, 100, new Crop(0, 0, 99, 100));

        for (PictureMask mask : new PictureMask[] {all, allButAnEdge}) {
            assertThatThrownBy(() -> FramedPicture.of(picture, mask, 32))
                    .isInstanceOf(PictureRefusedException.class)
                    .hasMessageContaining("nothing is left visible at 32x32 pixels");
        }
    }

    @Test
    void aCompletedSquareOfAnotherSizeIsRefused() throws Exception {
        PixelImage picture = Pictures.noise(100, 1);
        FramedPicture framed = FramedPicture.of(picture, nothingMissing(picture), 64);

        assertThatThrownBy(() -> framed.pasted(Pictures.noise(32, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static PictureMask nothingMissing(PixelImage picture) {
        return PictureMask.of(picture.height(), picture.width(), new boolean[picture.height() * picture.width()]);
    }

    /** The picture with other colours where the mask hides it. */
    private static PixelImage hiding(PixelImage picture, PictureMask mask, PixelImage colours) {
        byte[] rgb = picture.rgb().clone();
        for (int sample = 0; sample < rgb.length; sample++) {
            int pixel = sample / PixelImage.CHANNELS;
            if (mask.missing(pixel / picture.width(), pixel % picture.width())) {
                rgb[sample] = colours.rgb()[sample];
            }
        }
        return new PixelImage(picture.height(), picture.width(), rgb);
    }
}
