package dev.gangway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.gangway.testing.ReferenceFiles;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetDistanceTest {

    private static final double MILLIONTH = 1e-4;

    private final ReferenceFiles reference = ReferenceFiles.read();

    @ParameterizedTest
    @ValueSource(strings = {"full_rank", "rank_deficient"})
    void distancesAgreeWithTheReference(String set) {
        Features truth = features(reference.array("fid." + set + ".a").rows());
        Features completed = features(reference.array("fid." + set + ".b").rows());

        FrechetDistance fid = FrechetDistance.between(FeatureStatistics.of(truth), FeatureStatistics.of(completed));
        KernelDistance kid = KernelDistance.between(truth, completed);

        assertThat(fid.value()).isCloseTo(reference.scalar("fid." + set), withinPercentage(MILLIONTH));
        assertThat(kid.value()).isCloseTo(reference.scalar("kid." + set), withinPercentage(MILLIONTH));
        assertThat(fid.truthCount()).isEqualTo(truth.count()).isEqualTo(kid.truthCount());
        assertThat(fid.completedCount()).isEqualTo(completed.count()).isEqualTo(kid.completedCount());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 64, 199})
    void theDistanceDoesNotDependOnHowTheSetWasCut(int imagesInAPart) {
        double[][] truth = correlated(300, 48, 1);
        double[][] completed = correlated(200, 48, 2);
        FeatureStatistics whole = FeatureStatistics.of(features(truth));

        double uncut = FrechetDistance.between(whole, FeatureStatistics.of(features(completed)))
                .value();
        double merged = FrechetDistance.between(whole, mergedFromParts(completed, imagesInAPart))
                .value();

        assertThat(merged).isCloseTo(uncut, withinPercentage(MILLIONTH));
    }

    @Test
    void partsMergeInAnyOrder() {
        FeatureStatistics few = FeatureStatistics.of(features(correlated(5, 16, 1)));
        FeatureStatistics many = FeatureStatistics.of(features(correlated(40, 16, 2)));
        FeatureStatistics other = FeatureStatistics.of(features(correlated(30, 16, 3)));

        double oneWay = FrechetDistance.between(few.merge(many), other).value();
        double theOther = FrechetDistance.between(many.merge(few), other).value();

        assertThat(oneWay).isCloseTo(theOther, withinPercentage(MILLIONTH));
        assertThat(few.merge(many).count()).isEqualTo(45);
    }

    @Test
    void aFeatureThatNeverVariesIsNoObstacle() {
        double[][] truth = correlated(100, 16, 1);
        double[][] completed = correlated(100, 16, 2);

        double without = distance(truth, completed);
        double with = distance(withConstant(truth), withConstant(completed));

        assertThat(with).isCloseTo(without, withinPercentage(MILLIONTH));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100})
    void aSetHasNoDistanceFromItself(int images) {
        double[][] set = correlated(images, 24, 5);

        assertThat(distance(set, set)).isCloseTo(0, within(1e-9));
    }

    @Test
    void movingASetMovesItsDistanceByTheSquaredStep() {
        double[][] set = correlated(100, 24, 5);
        double[][] moved = Arrays.stream(set)
                .map(row -> Arrays.stream(row).map(value -> value + 2).toArray())
                .toArray(double[][]::new);

        assertThat(distance(set, moved)).isCloseTo(24 * 4, within(1e-9));
    }

    @Test
    void fewerThanTwiceAsManyImagesAsFeaturesAreUnreliable() {
        FeatureStatistics enough = FeatureStatistics.of(features(correlated(64, 32, 1)));
        FeatureStatistics tooFew = FeatureStatistics.of(features(correlated(63, 32, 2)));

        assertThat(FrechetDistance.between(enough, enough).reliable()).isTrue();
        assertThat(FrechetDistance.between(enough, tooFew).reliable()).isFalse();
    }

    @Test
    void distancesOverFewerThanFiftyImagesAreNotToBeTrustedHoweverFewFeaturesThereAre() {
        Features fifty = features(correlated(50, 3, 1));
        Features fewer = features(correlated(49, 3, 2));

        assertThat(KernelDistance.between(fifty, fifty).reliable()).isTrue();
        assertThat(KernelDistance.between(fifty, fewer).reliable()).isFalse();
        assertThat(FrechetDistance.between(FeatureStatistics.of(fifty), FeatureStatistics.of(fifty))
                        .reliable())
                .isTrue();
        assertThat(FrechetDistance.between(FeatureStatistics.of(fifty), FeatureStatistics.of(fewer))
                        .reliable())
                .isFalse();
    }

    @Test
    void distancesAreNamedForTheirExtractor() {
        Features set = features(correlated(4, 3, 1));

        assertThat(FrechetDistance.between(FeatureStatistics.of(set), FeatureStatistics.of(set))
                        .metric())
                .isEqualTo("FID-test");
        assertThat(KernelDistance.between(set, set).metric()).isEqualTo("KID-test");
    }

    @Test
    void featuresOfDifferentExtractorsAreNotMixed() {
        Features one = features(correlated(4, 3, 1));
        Features other = Features.of("other", correlated(4, 3, 1));

        assertThatIllegalArgumentException().isThrownBy(() -> KernelDistance.between(one, other));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureStatistics.of(one).merge(FeatureStatistics.of(other)));
    }

    @Test
    void oneImageIsNotASet() {
        Features one = features(correlated(1, 3, 1));

        assertThatIllegalArgumentException().isThrownBy(() -> KernelDistance.between(one, one));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrechetDistance.between(FeatureStatistics.of(one), FeatureStatistics.of(one)));
    }

    @Test
    @Timeout(20)
    void twoHundredImagesAreComparedIn2048DimensionsQuickly() {
        Features truth = features(correlated(200, 2048, 1));
        Features completed = features(correlated(200, 2048, 2));

        long start = System.nanoTime();
        FrechetDistance.between(FeatureStatistics.of(truth), FeatureStatistics.of(completed));
        KernelDistance.between(truth, completed);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertThat(taken).isLessThan(Duration.ofSeconds(5));
    }

    private static double distance(double[][] truth, double[][] completed) {
        return FrechetDistance.between(FeatureStatistics.of(features(truth)), FeatureStatistics.of(features(completed)))
                .value();
    }

    private static FeatureStatistics mergedFromParts(double[][] rows, int imagesInAPart) {
        FeatureStatistics merged = null;
        for (int start = 0; start < rows.length; start += imagesInAPart) {
            double[][] part = Arrays.copyOfRange(rows, start, Math.min(start + imagesInAPart, rows.length));
            FeatureStatistics statistics = FeatureStatistics.of(features(part));
            merged = merged == null ? statistics : merged.merge(statistics);
        }
        return merged;
    }

    private static Features features(double[][] rows) {
        return Features.of("test", rows);
    }

    private static double[][] withConstant(double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> Arrays.copyOf(row, row.length + 1))
                .toArray(double[][]::new);
    }

    /** Rows whose values lean on those to their left, so that the covariance is far from diagonal. */
    private static double[][] correlated(int images, int dimension, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[images][dimension];
        for (double[] row : rows) {
            double left = 0;
            for (int i = 0; i < dimension; i++) {
                left = 0.7 * left + random.nextDouble() * (1 + seed * 0.1);
                row[i] = left;
            }
        }
        return rows;
    }
}
