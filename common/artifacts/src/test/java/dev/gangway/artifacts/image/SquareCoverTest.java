package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquareCoverTest {

    @Test
    void aPictureThatMissesNothingIsSeenAtItsCentre() throws Exception {
        assertThat(SquareCover.of(PictureMask.of(7, 10, new boolean[70])).squares())
                .containsExactly(new SquareFrame(1, 0, 7));
    }

    @ParameterizedTest
    @CsvSource({"25, 10", "64, 1", "25, 40"})
    void whatLiesWithinTheCentreLeavesTheSquareThere(int left, int width) throws Exception {
        PictureMask mask = Pictures.missing(40, 90, new Crop(left, 3, width, 20));

        assertThat(SquareCover.of(mask).squares()).containsExactly(new SquareFrame(25, 0, 40));
    }

    @ParameterizedTest(name = "missing from {0}, {1} wide: a square at {2}")
    @CsvSource({"24, 10, 9", "20, 11, 6", "60, 6, 43", "0, 10, 0", "80, 10, 50", "2, 40, 2", "89, 1, 50"})
    void whatLeavesTheCentreDrawsTheSquareAlongAWidePicture(int left, int width, int start) throws Exception {
        PictureMask wide = Pictures.missing(40, 90, new Crop(left, 3, width, 20));
        PictureMask tall = Pictures.missing(90, 40, new Crop(3, left, 20, width));

        assertThat(SquareCover.of(wide).squares()).containsExactly(new SquareFrame(start, 0, 40));
        assertThat(SquareCover.of(tall).squares()).containsExactly(new SquareFrame(0, start, 40));
    }

    @Test
    void aScratchFromTopToBottomOfAPortraitHasTwoSquaresThatOverlap() throws Exception {
        PictureMask scratch = Pictures.missing(872, 712, new Crop(300, 0, 14, 872));

        assertThat(SquareCover.of(scratch).squares())
                .containsExactly(new SquareFrame(0, 0, 712), new SquareFrame(0, 160, 712));
    }

    @Test
    void strokesFarFromEachOtherHaveSquaresOfTheirOwnAndNearOnesShareOne() throws Exception {
        boolean[] missing = new boolean[40 * 400];
        for (int column : new int[] {30, 35, 200, 395}) {
            missing[column] = true;
        }

        assertThat(SquareCover.of(PictureMask.of(40, 400, missing)).squares())
                .containsExactlyInAnyOrder(
                        new SquareFrame(13, 0, 40), new SquareFrame(181, 0, 40), new SquareFrame(360, 0, 40));
    }

    @Test
    void aHoleThatLeavesOneSquareNothingIsCoveredFromBothItsSides() throws Exception {
        PictureMask mask = Pictures.missing(40, 200, new Crop(60, 0, 38, 40));

        List<SquareFrame> squares = SquareCover.of(mask).squares();

        assertThat(squares).containsExactly(new SquareFrame(50, 0, 40), new SquareFrame(68, 0, 40));
    }

    @Test
    void theSquareOfWhichMostIsVisibleComesFirst() throws Exception {
        PictureMask mask = Pictures.missing(40, 200, new Crop(40, 0, 160, 40));

        List<SquareFrame> squares = SquareCover.of(mask).squares();

        assertThat(squares.get(0)).isEqualTo(new SquareFrame(30, 0, 40));
        assertThat(squares).hasSize(8);
    }

    @Test
    void aPictureThatWouldTakeTooManySquaresIsRefused() {
        boolean[] missing = new boolean[5 * 10_000];
        for (int column = 0; column < 10_000; column += 10) {
            missing[column] = true;
        }
        PictureMask dashed = PictureMask.of(5, 10_000, missing);
        PictureMask line = Pictures.missing(10_000, 5, new Crop(1, 0, 1, 10_000));
        // A place for each of its pixels would not fit into memory.
        boolean[] all = new boolean[50_000_000];
        Arrays.fill(all, true);
        PictureMask thread = PictureMask.owning(1, all.length, all);

        for (PictureMask mask : List.of(dashed, line, thread)) {
            assertThatThrownBy(() -> SquareCover.of(mask))
                    .isInstanceOf(PictureRefusedException.class)
                    .hasMessageContaining("more than 64 squares");
        }
    }

    @RepeatedTest(60)
    void everyMissingPixelOfAnyMaskLiesInASquareOfThePicture(RepetitionInfo repetition) throws Exception {
        PictureMask mask = RandomMasks.of(repetition.getCurrentRepetition());
        int side = Math.min(mask.height(), mask.width());

        List<SquareFrame> squares = SquareCover.of(mask).squares();

        assertThat(squares).isEqualTo(SquareCover.of(mask).squares());
        assertThat(squares).doesNotHaveDuplicates().allSatisfy(square -> {
            assertThat(square.side()).isEqualTo(side);
            assertThat(square.left() + side).isLessThanOrEqualTo(mask.width());
            assertThat(square.top() + side).isLessThanOrEqualTo(mask.height());
        });
        for (int pixel = 0; pixel < mask.height() * mask.width(); pixel++) {
            int row = pixel / mask.width();
            int column = pixel % mask.width();
            assertThat(mask.missing(row, column) && squares.stream().noneMatch(square -> square.holds(row, column)))
                    .isFalse();
        }
    }

    /** Rectangles and single pixels anywhere in pictures of many shapes. */
    static final class RandomMasks {

        private RandomMasks() {}

        static PictureMask of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int height = random.nextInt(1, 60);
            int width = random.nextInt(Math.max(1, height / 8), Math.min(400, 8 * height + 1));
            boolean[] missing = new boolean[height * width];
            for (int stroke = random.nextInt(5); stroke > 0; stroke--) {
                int top = random.nextInt(height);
                int left = random.nextInt(width);
                int bottom = random.nextInt(top, height);
                int right = random.nextInt(left, width);
                for (int pixel = 0; pixel < missing.length; pixel++) {
                    int row = pixel / width;
                    int column = pixel % width;
                    missing[pixel] |= row >= top && row <= bottom && column >= left && column <= right;
                }
            }
            missing[random.nextInt(missing.length)] |= random.nextBoolean();
            return PictureMask.of(height, width, missing);
        }
    }
}
