package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramedPictureTest {

    @ParameterizedTest
    @CsvSource({"64, 64", "480, 640", "300, 97", "33, 40", "1, 1"})
    void aPictureThatMissesNothingIsResizedAsTrainingImagesAre(int height, int width) throws Exception {
        PixelImage picture = Pictures.noise(height, width, 1);

        FramedPicture framed = FramedPicture.of(picture, nothingMissing(picture), 64);

        assertThat(square(framed).input()).isEqualTo(new SquareResize(64).apply(picture));
        assertThat(square(framed).mask().missingPixels()).isZero();
        assertThat(framed.filled(List.of(Pictures.noise(64, 2)), Filling.PASTED))
                .isEqualTo(picture);
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
        assertThat(square(two).input()).isEqualTo(square(one).input());
        assertThat(square(two).mask()).isEqualTo(square(one).mask());
        assertThat(two.filled(List.of(completed), Filling.PASTED))
                .isEqualTo(one.filled(List.of(completed), Filling.PASTED));
    }

    @Test
    void whatHasNoMissingPartIsAsIfNothingWereMissing() throws Exception {
        PixelImage picture = Pictures.noise(96, 1);
        PixelImage whole = new SquareResize(32).apply(picture);

        PixelImage input = FramedPicture.of(picture, Pictures.missing(96, 96, new Crop(48, 0, 48, 96)), 32)
                .squares()
                .get(0)
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
            int expected = square(framed).mask().missing(9, column) ? 128 : 200;
            assertThat(square(framed).input().sample(9, column, 1)).isEqualTo(expected);
        }
        assertThat(square(framed).mask().missing(9, 15)).isFalse();
        assertThat(square(framed).mask().missing(9, 17)).isTrue();
    }

    @Test
    void aPixelOfWhichHalfIsVisibleIsVisible() throws Exception {
        PixelImage picture = Pictures.noise(60, 1);
        PictureMask leftHalf = Pictures.missing(60, 60, new Crop(0, 0, 30, 60));
        PictureMask oneMore = Pictures.missing(60, 60, new Crop(0, 0, 31, 60));

        boolean[] half = square(FramedPicture.of(picture, leftHalf, 3)).mask().missing();
        boolean[] more = square(FramedPicture.of(picture, oneMore, 3)).mask().missing();

        assertThat(half).containsExactly(true, false, false, true, false, false, true, false, false);
        assertThat(more).containsExactly(true, true, false, true, true, false, true, true, false);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0005, 0.01, 0.3})
    void dustHidesNothingFromTheNetworksButIsFilledWithWhatIsAroundIt(double share) throws Exception {
        PixelImage picture = Pictures.painted(960, 960, (row, column) -> row / 4);
        PictureMask dust = dust(960, share);

        FramedPicture framed = FramedPicture.of(hiding(picture, dust, Pictures.grey(960, 255)), dust, 64);
        PixelImage filled = framed.filled(List.of(square(framed).input()), Filling.PASTED);

        assertThat(dust.missingPixels()).isPositive();
        assertThat(square(framed).hasHole()).isFalse();
        assertThat(square(framed).hasContext()).isTrue();
        for (int row = 0; row < 960; row++) {
            assertThat(filled.sample(row, 500, 0) - picture.sample(row, 500, 0)).isBetween(-4, 4);
        }
    }

    @Test
    void denseDustLeavesTheNetworksTheColoursBetweenIt() throws Exception {
        PixelImage picture = Pictures.painted(960, 960, (row, column) -> 140);
        PictureMask dust = dust(960, 0.8);

        FramedSquare square = FramedPicture.of(hiding(picture, dust, Pictures.grey(960, 255)), dust, 64)
                .squares()
                .get(0);

        assertThat(square.hasContext()).isTrue();
        assertThat(square.input()).isEqualTo(Pictures.grey(64, 140));
    }

    @Test
    void aScratchTooThinToBeSeenIsNoHole() throws Exception {
        PixelImage picture = Pictures.noise(640, 1);
        PictureMask scratch = Pictures.missing(640, 640, new Crop(100, 315, 400, 1));
        PictureMask wider = Pictures.missing(640, 640, new Crop(100, 315, 400, 15));

        assertThat(square(FramedPicture.of(picture, scratch, 64)).hasHole()).isFalse();
        assertThat(square(FramedPicture.of(picture, wider, 64)).mask().missing(32, 30))
                .isTrue();
        assertThat(square(FramedPicture.of(picture, wider, 64)).mask().missingPixels())
                .isBetween(30, 90);
    }

    @Test
    void theMissingPartIsSeenWhereverItLies() throws Exception {
        PixelImage picture = Pictures.noise(60, 200, 1);

        FramedPicture framed = FramedPicture.of(picture, Pictures.missing(60, 200, new Crop(0, 0, 20, 60)), 60);

        assertThat(framed.frames()).containsExactly(new SquareFrame(0, 0, 60));
        assertThat(square(framed).mask()).isEqualTo(Pictures.missing(60, 60, new Crop(0, 0, 20, 60)));
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "480, 640", "300, 97", "33, 40"})
    void everyVisiblePixelComesBackBitEqualAndEveryMissingOneIsFilled(int height, int width) throws Exception {
        PixelImage picture = Pictures.painted(height, width, (row, column) -> 7);
        PictureMask mask = Pictures.missing(height, width, new Crop(3, 5, width / 3, height / 4));

        PixelImage full = FramedPicture.of(picture, mask, 64).filled(List.of(Pictures.grey(64, 201)), Filling.PASTED);

        assertThat(full)
                .isEqualTo(Pictures.painted(height, width, (row, column) -> mask.missing(row, column) ? 201 : 7));
    }

    @Test
    void aPictureOfTheNetworksSizeIsResampledInNoDirection() throws Exception {
        PixelImage picture = Pictures.noise(64, 90, 1);
        PixelImage completed = Pictures.noise(64, 2);
        PictureMask mask = Pictures.missing(64, 90, new Crop(30, 10, 20, 30));

        FramedPicture framed = FramedPicture.of(picture, mask, 64);
        PixelImage full = framed.filled(List.of(completed), Filling.PASTED);

        assertThat(square(framed).mask()).isEqualTo(Pictures.missing(64, 64, new Crop(17, 10, 20, 30)));
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
                .filled(List.of(slope), Filling.PASTED);

        for (int column = 100; column < 200; column++) {
            assertThat(full.sample(150, column, 0) - 0.8 * (column + 0.5)).isCloseTo(0, within(0.51));
        }
    }

    @Test
    void whatOvershootsIsCutOffAtBlackAndWhite() throws Exception {
        PixelImage picture = Pictures.grey(320, 90);
        PixelImage edge = Pictures.painted(32, 32, (row, column) -> column < 16 ? 0 : 255);

        PixelImage full = FramedPicture.of(picture, Pictures.missing(320, 320, new Crop(100, 100, 120, 100)), 32)
                .filled(List.of(edge), Filling.PASTED);

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
    void aPictureOfWhichNothingIsLeftHasASquareWithoutContext() throws Exception {
        PixelImage picture = Pictures.noise(100, 1);
        PictureMask all = Pictures.missing(100, 100, new Crop(0, 0, 100, 100));
        PictureMask allButAPixel = all(100, pixel -> pixel != 5_050);

        for (PictureMask mask : List.of(all, allButAPixel)) {
            FramedPicture framed = FramedPicture.of(picture, mask, 10);

            assertThat(square(framed).hasContext()).isFalse();
            assertThat(framed.filled(List.of(Pictures.grey(10, 77)), Filling.PASTED))
                    .isEqualTo(hiding(picture, mask, Pictures.grey(100, 77)));
        }
    }

    @Test
    void anEdgeIsContextWhenItIsAllThatIsLeft() throws Exception {
        PictureMask allButAnEdge = Pictures.missing(100, 100, new Crop(0, 0, 99, 100));

        FramedPicture framed = FramedPicture.of(Pictures.noise(100, 1), allButAnEdge, 32);

        assertThat(square(framed).mask()).isEqualTo(Pictures.missing(32, 32, new Crop(0, 0, 31, 32)));
    }

    @Test
    void aSquareThatSawNothingGivesWayToThoseThatSawSomething() throws Exception {
        PictureMask mask = Pictures.missing(40, 200, new Crop(40, 0, 120, 40));
        FramedPicture framed = FramedPicture.of(Pictures.noise(40, 200, 1), mask, 40);
        List<PixelImage> completed = framed.squares().stream()
                .map(square -> Pictures.grey(40, square.hasContext() ? 200 : 0))
                .toList();

        PixelImage full = framed.filled(completed, Filling.PASTED);

        assertThat(framed.squares()).extracting(FramedSquare::hasContext).contains(true, false);
        assertThat(full.sample(20, 60, 0)).isGreaterThan(190);
        assertThat(full.sample(20, 100, 0)).isZero();
    }

    @Test
    void squaresThatOverlapAreBlendedWithoutAnEdge() throws Exception {
        PictureMask scratch = Pictures.missing(150, 100, new Crop(50, 0, 3, 150));
        FramedPicture framed = FramedPicture.of(Pictures.noise(150, 100, 1), scratch, 100);
        List<PixelImage> completed = framed.frames().stream()
                .map(frame -> Pictures.grey(100, frame.top() == 0 ? 100 : 180))
                .toList();

        PixelImage full = framed.filled(completed, Filling.PASTED);

        assertThat(framed.frames()).hasSize(2);
        assertThat(full.sample(0, 51, 0)).isEqualTo(100);
        assertThat(full.sample(149, 51, 0)).isEqualTo(180);
        for (int row = 1; row < 150; row++) {
            assertThat(full.sample(row, 51, 0) - full.sample(row - 1, 51, 0)).isBetween(0, 4);
        }
    }

    @Test
    void aSeamlessFillingMeetsTheColoursAroundItAndKeepsWhatIsDrawnInIt() throws Exception {
        PixelImage picture = Pictures.painted(320, 320, (row, column) -> 60 + column / 4);
        PixelImage drawn = Pictures.painted(32, 32, (row, column) -> row == 16 ? 220 : 180);
        PictureMask mask = Pictures.missing(320, 320, new Crop(100, 100, 120, 120));
        FramedPicture framed = FramedPicture.of(picture, mask, 32);

        PixelImage pasted = framed.filled(List.of(drawn), Filling.PASTED);
        PixelImage seamless = framed.filled(List.of(drawn), Filling.SEAMLESS);

        assertThat(pasted.sample(120, 100, 0) - picture.sample(120, 99, 0)).isGreaterThan(90);
        for (int at = 100; at < 220; at++) {
            assertThat(seamless.sample(100, at, 0) - picture.sample(99, at, 0)).isBetween(-4, 4);
            assertThat(seamless.sample(219, at, 0) - picture.sample(220, at, 0)).isBetween(-4, 4);
        }
        assertThat(seamless.sample(165, 160, 0) - seamless.sample(140, 160, 0)).isBetween(25, 55);
    }

    @RepeatedTest(30)
    void whateverIsMissingIsFilledAndWhateverIsVisibleStays(RepetitionInfo repetition) throws Exception {
        PictureMask mask = SquareCoverTest.RandomMasks.of(repetition.getCurrentRepetition());
        PixelImage picture = Pictures.painted(mask.height(), mask.width(), (row, column) -> 90);
        FramedPicture framed = FramedPicture.of(picture, mask, 16);
        List<PixelImage> completed =
                framed.frames().stream().map(frame -> Pictures.grey(16, 200)).toList();
        PixelImage seamless = framed.filled(completed, Filling.SEAMLESS);
        // The colour around goes on into the hole where there is any around it.
        int sought = mask.missingPixels() == mask.height() * mask.width() ? 200 : 90;

        assertThat(framed.filled(completed, Filling.PASTED))
                .isEqualTo(Pictures.painted(
                        mask.height(), mask.width(), (row, column) -> mask.missing(row, column) ? 200 : 90));
        assertThat(seamless).isEqualTo(framed.filled(completed, Filling.SEAMLESS));
        for (int pixel = 0; pixel < mask.height() * mask.width(); pixel++) {
            int row = pixel / mask.width();
            int column = pixel % mask.width();
            assertThat(Math.abs(seamless.sample(row, column, 1) - (mask.missing(row, column) ? sought : 90)))
                    .isLessThanOrEqualTo(mask.missing(row, column) ? 2 : 0);
        }
    }

    @Test
    void aCompletedSquareOfAnotherSizeIsRefused() throws Exception {
        PixelImage picture = Pictures.noise(100, 1);
        FramedPicture framed = FramedPicture.of(picture, nothingMissing(picture), 64);

        assertThatThrownBy(() -> framed.filled(List.of(Pictures.noise(32, 1)), Filling.PASTED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> framed.filled(List.of(), Filling.PASTED)).isInstanceOf(IllegalArgumentException.class);
    }

    private static FramedSquare square(FramedPicture framed) {
        assertThat(framed.squares()).hasSize(1);
        return framed.squares().get(0);
    }

    private static PictureMask dust(int side, double share) {
        SplittableRandom random = new SplittableRandom(1);
        return all(side, pixel -> random.nextDouble() < share);
    }

    private static PictureMask all(int side, IntPredicate isMissing) {
        boolean[] missing = new boolean[side * side];
        for (int pixel = 0; pixel < missing.length; pixel++) {
            missing[pixel] = isMissing.test(pixel);
        }
        return PictureMask.of(side, side, missing);
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
