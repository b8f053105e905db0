package dev.gangway.gan.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The optimal discriminators for two normal distributions are known: RankGAN, Figure 2. */
class ScoreCurveTest {

    private static final TwoGaussians DATA = new TwoGaussians(1);
    private static final double[] X =
            IntStream.rangeClosed(-12, 12).mapToDouble(i -> i / 4.0).toArray();

    @Test
    void theSigmoidOfGansScoresIsTheShareOfTheRealDensity() {
        double[] scores = learned(ScoreMethod.GAN);
        for (int i = 0; i < X.length; i++) {
            assertThat(1 / (1 + Math.exp(-scores[i]))).as("at %s", X[i]).isCloseTo(DATA.realShare(X[i]), offset(0.05));
        }
    }

    @Test
    void lsgansScoresAreTheShareOfTheRealDensity() {
        double[] scores = learned(ScoreMethod.LSGAN);
        for (int i = 0; i < X.length; i++) {
            assertThat(scores[i]).as("at %s", X[i]).isCloseTo(DATA.realShare(X[i]), offset(0.05));
        }
    }

    @Test
    void wgansSlopeUnderAPenaltyIsOneWhereTheDataAre() {
        double[] scores = learned(ScoreMethod.WGAN);
        for (int i = 1; i < X.length; i++) {
            if (Math.abs(X[i]) <= 2 && Math.abs(X[i - 1]) <= 2) {
                assertThat((scores[i] - scores[i - 1]) / (X[i] - X[i - 1]))
                        .as("at %s", X[i])
                        .isCloseTo(1, offset(0.1));
            }
        }
    }

    @Test
    void theMarginLossScoresRealNumbersAboveGeneratedOnes() {
        double[] scores = learned(ScoreMethod.RANKGAN);
        assertThat(scores[X.length - 5]).isGreaterThan(scores[X.length / 2]);
        assertThat(scores[4]).isLessThan(scores[X.length / 2]);
    }

    private static double[] learned(ScoreMethod method) {
        return ScoreCurve.learn(method, DATA, 1, X).scores();
    }
}
