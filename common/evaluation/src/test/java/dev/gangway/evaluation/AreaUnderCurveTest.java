package dev.gangway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.gangway.testing.ReferenceFiles;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AreaUnderCurveTest {

    @Test
    void theAreaAgreesWithTheReference() {
        ReferenceFiles reference = ReferenceFiles.read();
        double[] same = reference.array("auc.same").values();
        double[] score = reference.array("auc.score").values();

        double area = AreaUnderCurve.of(scoresOf(1, same, score), scoresOf(0, same, score));

        assertThat(area).isCloseTo(reference.scalar("auc.value"), within(1e-6));
    }

    @Test
    void tiesCountHalf() {
        assertThat(AreaUnderCurve.of(new double[] {1, 2}, new double[] {0, 1})).isEqualTo(3.5 / 4);
        assertThat(AreaUnderCurve.of(new double[] {0.0}, new double[] {-0.0})).isEqualTo(0.5);
        assertThat(AreaUnderCurve.of(new double[] {1}, new double[] {2})).isZero();
    }

    @Test
    void manyTiesGiveTheShareOfPairsThatCompareRight() {
        SplittableRandom random = new SplittableRandom(3);
        double[] genuine = random.ints(200, 3, 12).asDoubleStream().toArray();
        double[] impostor = random.ints(300, 0, 9).asDoubleStream().toArray();
        double right = 0;
        for (double high : genuine) {
            for (double low : impostor) {
                right += high > low ? 1 : high == low ? 0.5 : 0;
            }
        }

        assertThat(AreaUnderCurve.of(genuine, impostor)).isEqualTo(right / (genuine.length * impostor.length));
    }

    @Test
    void scoresOfOneKindAloneAndScoresThatAreNoNumbersAreRefused() {
        double[] one = {1};
        assertThatIllegalArgumentException().isThrownBy(() -> AreaUnderCurve.of(one, new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> AreaUnderCurve.of(new double[] {Double.NaN}, one));
    }

    private static double[] scoresOf(int kind, double[] same, double[] score) {
        return IntStream.range(0, same.length)
                .filter(pair -> same[pair] == kind)
                .mapToDouble(pair -> score[pair])
                .toArray();
    }
}
