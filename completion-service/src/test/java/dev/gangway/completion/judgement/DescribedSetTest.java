package dev.gangway.completion.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gangway.contracts.metric.Metric.Distances;
import dev.gangway.evaluation.FeatureStatistics;
import dev.gangway.evaluation.Features;
import dev.gangway.evaluation.FrechetDistance;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DescribedSetTest {

    private static final int DIMENSION = 12;

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void momentsThatWereMergedGiveTheDistanceOfTheWholeSet() {
        List<float[]> truth = rows(1300, 0);
        List<float[]> other = rows(1300, 0.3);

        Distances distances = DescribedSet.of("drawn", other).from(DescribedSet.of("drawn", truth));

        double whole =
                FrechetDistance.between(statistics(truth), statistics(other)).value();
        assertThat(distances.fid()).isCloseTo(whole, within(1e-9 * whole));
        assertThat(distances.fidReliable()).isTrue();
        assertThat(distances.kidReliable()).isTrue();
        assertThat(distances.samples()).isEqualTo(1300);
        assertThat(distances.kid()).isPositive();
    }

    @Test
    void aSingleImageHasNoDistance() {
        Distances distances = DescribedSet.of("drawn", rows(1, 0)).from(DescribedSet.of("drawn", rows(1, 0)));

        assertThat(distances).isEqualTo(new Distances("drawn", 1, null, false, null, false));
    }

    @Test
    void distancesOverFewImagesSayThatTheyAreNotToBeTrusted() {
        Distances distances = DescribedSet.of("drawn", rows(49, 0.3)).from(DescribedSet.of("drawn", rows(49, 0)));

        assertThat(distances.fidReliable()).isFalse();
        assertThat(distances.kidReliable()).isFalse();
    }

    private List<float[]> rows(int count, double shift) {
        return Stream.generate(() -> row(shift)).limit(count).toList();
    }

    private float[] row(double shift) {
        float[] row = new float[DIMENSION];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) (random.nextGaussian() + shift);
        }
        return row;
    }

    private static FeatureStatistics statistics(List<float[]> rows) {
        double[][] wide = new double[rows.size()][DIMENSION];
        for (int i = 0; i < wide.length; i++) {
            for (int j = 0; j < DIMENSION; j++) {
                wide[i][j] = rows.get(i)[j];
            }
        }
        return FeatureStatistics.of(Features.of("drawn", wide));
    }
}
