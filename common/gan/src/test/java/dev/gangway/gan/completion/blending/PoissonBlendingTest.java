package dev.gangway.gan.completion.blending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gangway.gan.completion.mask.HalfMask;
import dev.gangway.gan.completion.mask.Mask;
import dev.gangway.gan.completion.mask.RandomMasks;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoissonBlendingTest {

    private static final int SIZE = 64;

    static List<Mask> masks() {
        return List.of(
                Mask.centreSquare(SIZE, 0.25),
                Mask.centreSquare(SIZE, 0.81),
                HalfMask.LEFT.ofSize(SIZE),
                HalfMask.BOTTOM.ofSize(SIZE),
                RandomMasks.blocks(SIZE, 0.4, 3, 7),
                RandomMasks.pixels(SIZE, 0.7, 7));
    }

    @ParameterizedTest
    @MethodSource("masks")
    void aFlatCompletionInAFlatImageTakesItsColour(Mask mask) {
        assertClose(blend(mask, plain(0.25), plain(-0.9)), plain(0.25));
    }

    @ParameterizedTest
    @MethodSource("masks")
    void aCompletionThatDiffersByAConstantIsTheImageItself(Mask mask) {
        double[] image = noise(3);
        double[] offset = Arrays.stream(image).map(value -> value + 0.4).toArray();
        assertClose(blend(mask, image, offset), image);
    }

    @ParameterizedTest
    @MethodSource("masks")
    void visiblePixelsStayWhatTheyAreAndHiddenOnesAreNotLookedAt(Mask mask) {
        double[] image = noise(4);
        double[] completion = noise(5);
        double[] repainted = image.clone();
        boolean[] visible = mask.visible();
        for (int i = 0; i < repainted.length; i++) {
            repainted[i] = visible[i] ? image[i] : Double.NaN;
        }
        double[] blended = blend(mask, repainted, completion);
        assertThat(blended).isEqualTo(blend(mask, image, completion)).doesNotContain(Double.NaN);
        for (int i = 0; i < blended.length; i++) {
            if (visible[i]) {
                assertThat(blended[i]).isEqualTo(image[i]);
            }
        }
    }

    @Test
    void aRampIsContinuedThroughAHoleByAFlatCompletion() {
        double[] ramp = new double[SIZE * SIZE];
        Arrays.setAll(ramp, i -> ramp(i / SIZE, i % SIZE));
        assertClose(blend(Mask.centreSquare(SIZE, 0.49), ramp, plain(0)), ramp);
    }

    @Test
    void atTheImagesBorderTheCompletionsOwnSlopeGoesOn() {
        double[] steep = new double[SIZE * SIZE];
        Arrays.setAll(steep, i -> 0.05 * (i % SIZE));
        double[] expected = new double[SIZE * SIZE];
        Arrays.setAll(expected, i -> 0.05 * Math.min(0, i % SIZE - SIZE / 2));
        // Left of the middle the ramp of the completion hangs on the first visible column, whose value is 0.
        assertClose(blend(HalfMask.LEFT.ofSize(SIZE), plain(0), steep), expected);
    }

    @Test
    void everyHiddenPixelHasTheCompletionsLaplacian() {
        Mask mask = RandomMasks.blocks(SIZE, 0.4, 3, 8);
        double[] completion = noise(6);
        double[] blended = blend(mask, noise(7), completion);
        boolean[] visible = mask.visible();
        for (int i = 0; i < blended.length; i++) {
            if (!visible[i]) {
                assertThat(laplacian(blended, i)).isCloseTo(laplacian(completion, i), within(1e-9));
            }
        }
    }

    private static double ramp(int row, int column) {
        return 0.01 * column - 0.02 * row;
    }

    private static double laplacian(double[] image, int pixel) {
        double sum = 0;
        int row = pixel / SIZE;
        int column = pixel % SIZE;
        sum += row > 0 ? image[pixel] - image[pixel - SIZE] : 0;
        sum += row < SIZE - 1 ? image[pixel] - image[pixel + SIZE] : 0;
        sum += column > 0 ? image[pixel] - image[pixel - 1] : 0;
        sum += column < SIZE - 1 ? image[pixel] - image[pixel + 1] : 0;
        return sum;
    }

    private static double[] blend(Mask mask, double[] image, double[] completion) {
        return PoissonBlending.behind(mask).blend(image, completion);
    }

    private static double[] plain(double value) {
        double[] plain = new double[SIZE * SIZE];
        Arrays.fill(plain, value);
        return plain;
    }

    private static double[] noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(SIZE * SIZE, -1, 1).toArray();
    }

    private static void assertClose(double[] found, double[] expected) {
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-9));
        }
    }
}
