package dev.gangway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceVerificationTest {

    private static final Networks NETWORKS = new Networks(Device.cpu(), 16);

    private final SplittableRandom random = new SplittableRandom(7);

    @AfterAll
    static void close() {
        NETWORKS.close();
    }

    @ParameterizedTest
    @CsvSource({"dlib-cosine, 1", "dlib-euclidean, 0"})
    void trueFacesAreVerifiedWithoutAnError(String matcher, double similarityToItself) {
        List<float[]> truths = rows(40, 128);

        FaceVerification verification = FaceVerification.of(FaceMatchers.named(matcher, NETWORKS), truths, truths);

        assertThat(verification.matcher()).isEqualTo(matcher);
        assertThat(verification.similarity().mean()).isCloseTo(similarityToItself, within(1e-6));
        assertThat(verification.auc()).isEqualTo(1);
        assertThat(verification.genuine()).isEqualTo(40);
        assertThat(verification.impostors()).isEqualTo(40 * 39);
    }

    @Test
    void theFurtherAFaceIsFromItsTruthTheLessItIsVerified() {
        List<float[]> truths = rows(100, 128);

        FaceVerification near = verified(truths, noisy(truths, 2));
        FaceVerification far = verified(truths, noisy(truths, 8));
        FaceVerification others = verified(truths, rows(100, 128));

        assertThat(near.auc()).isBetween(far.auc(), 1.0);
        assertThat(near.similarity().mean()).isGreaterThan(far.similarity().mean());
        assertThat(far.auc()).isGreaterThan(0.7);
        assertThat(others.auc()).isBetween(0.4, 0.6);
        assertThat(others.similarity().mean()).isCloseTo(0, within(0.05));
    }

    @Test
    void whatAllFacesHaveInCommonMakesNoneOfThemAlike() {
        List<float[]> truths = rows(60, 128);
        List<float[]> completed = noisy(truths, 4);

        FaceVerification verification = verified(truths, completed);
        FaceVerification moved = verified(moved(truths, 50), moved(completed, 50));

        assertThat(moved.similarity().mean())
                .isCloseTo(verification.similarity().mean(), within(1e-3));
        assertThat(moved.auc()).isCloseTo(verification.auc(), within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 101, 102, 257, 10_000})
    void everyImageMeetsAsManyOthersAndNoneTwice(int images) {
        Set<Integer> places = new ConcurrentSkipListSet<>();
        FaceMatcher noting = new Noting(images, places);
        List<float[]> rows = rows(images, 1);

        FaceVerification verification = FaceVerification.of(noting, rows, rows);

        int others = Math.min(images - 1, 100);
        assertThat(verification.impostors()).isEqualTo((long) images * others);
        assertThat(places).hasSize(others + 1).contains(0).allMatch(place -> place < images);
    }

    @Test
    void setsThatDoNotBelongTogetherAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> verified(rows(3, 4), rows(2, 4)));
        assertThatIllegalArgumentException().isThrownBy(() -> verified(rows(1, 4), rows(1, 4)));
    }

    @Test
    void aFaceThatIsTheMeanItselfIsLikeNone() {
        List<float[]> same = List.of(new float[] {1, 2}, new float[] {1, 2});

        assertThat(verified(same, same).similarity().mean()).isZero();
        assertThat(verified(same, same).auc()).isEqualTo(0.5);
    }

    @Test
    void aMatcherThatNobodyProvidesIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaceMatchers.named("pittpatt", NETWORKS))
                .withMessageContaining("pittpatt")
                .withMessageContaining("dlib-cosine")
                .withMessageContaining("dlib-euclidean");
    }

    @Test
    void aMatcherOnTheClassPathIsFoundByItsName() {
        FaceMatcher matcher = FaceMatchers.named(BrightnessMatchers.NAME, NETWORKS);
        List<float[]> truths = described(matcher, 10, 90, 170, 250);

        FaceVerification verification = FaceVerification.of(matcher, truths, described(matcher, 12, 91, 168, 255));

        assertThat(verification.matcher()).isEqualTo("brightness");
        assertThat(verification.auc()).isEqualTo(1);
        assertThat(verification.similarity().mean()).isEqualTo(-(2 + 1 + 2 + 5) / 4.0);
    }

    private static List<float[]> described(FaceMatcher matcher, int... levels) {
        List<RgbImage> images =
                IntStream.of(levels).mapToObj(level -> Images.grey(8, level)).toList();
        return matcher.faces().extract(images).stream()
                .map(ImageFeatures::features)
                .toList();
    }

    private static FaceVerification verified(List<float[]> truths, List<float[]> completed) {
        return FaceVerification.of(FaceMatchers.named("dlib-cosine", NETWORKS), truths, completed);
    }

    private List<float[]> rows(int count, int length) {
        return Stream.generate(() -> gaussian(length)).limit(count).toList();
    }

    private List<float[]> noisy(List<float[]> rows, float noise) {
        List<float[]> noisy = new ArrayList<>();
        for (float[] row : rows) {
            float[] other = gaussian(row.length);
            for (int i = 0; i < row.length; i++) {
                other[i] = row[i] + noise * other[i];
            }
            noisy.add(other);
        }
        return noisy;
    }

    private static List<float[]> moved(List<float[]> rows, float step) {
        List<float[]> moved = new ArrayList<>();
        for (float[] row : rows) {
            float[] other = row.clone();
            for (int i = 0; i < row.length; i++) {
                other[i] += step;
            }
            moved.add(other);
        }
        return moved;
    }

    private float[] gaussian(int length) {
        float[] row = new float[length];
        for (int i = 0; i < length; i++) {
            row[i] = (float) random.nextGaussian();
        }
        return row;
    }

    /** Notes how far apart the images are that it is asked to compare. */
    private record Noting(int images, Set<Integer> places) implements FaceMatcher {

        @Override
        public String name() {
            return "noting";
        }

        @Override
        public FeatureExtractor faces() {
            throw new UnsupportedOperationException("rows are given");
        }

        @Override
        public Similarity between(List<float[]> truths, List<float[]> candidates) {
            return (candidate, truth) -> {
                places.add(Math.floorMod(truth - candidate, images));
                return 0;
            };
        }
    }
}
