package dev.gangway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.gangway.testing.ReferenceFiles;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InceptionScoreTest {

    private static final double MILLIONTH = 1e-4;
    private static final ImageFeatures CAT = classified(1, 0);
    private static final ImageFeatures DOG = classified(0, 1);

    @Test
    void theScoreAgreesWithTheReference() {
        ReferenceFiles reference = ReferenceFiles.read();
        double[][] probabilities =
                reference.array("inception_score.probabilities").rows();

        InceptionScore score = ClassStatistics.of("test", probabilities).score();

        assertThat(score.value()).isCloseTo(reference.scalar("inception_score.one_split"), withinPercentage(MILLIONTH));
        assertThat(score.count()).isEqualTo(probabilities.length);
        assertThat(score.metric()).isEqualTo("inception-score-test");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50, 119})
    void theScoreDoesNotDependOnHowTheSetWasCut(int imagesInAPart) {
        double[][] rows =
                ReferenceFiles.read().array("inception_score.probabilities").rows();
        ClassStatistics merged = null;
        for (int start = 0; start < rows.length; start += imagesInAPart) {
            double[][] part = Arrays.copyOfRange(rows, start, Math.min(start + imagesInAPart, rows.length));
            ClassStatistics statistics = ClassStatistics.of("test", part);
            merged = merged == null ? statistics : merged.merge(statistics);
        }

        assertThat(merged.score().value())
                .isCloseTo(ClassStatistics.of("test", rows).score().value(), withinPercentage(MILLIONTH));
        assertThat(merged.count()).isEqualTo(rows.length);
    }

    @Test
    void classesOfDifferentExtractorsAreNotMixed() {
        ClassStatistics one = ClassStatistics.of("test", List.of(CAT));

        assertThatIllegalArgumentException().isThrownBy(() -> one.merge(ClassStatistics.of("other", List.of(CAT))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.merge(ClassStatistics.of("test", List.of(classified(1)))));
    }

    @Test
    void imagesOfAsManyClassesAsThereAreScoreTheirNumber() {
        assertThat(InceptionScore.of("test", List.of(CAT, DOG)).value()).isCloseTo(2, within(1e-12));
        assertThat(InceptionScore.of("test", List.of(CAT, CAT)).value()).isCloseTo(1, within(1e-12));
    }

    @Test
    void eachSplitHasAMeanOfItsOwn() {
        InceptionScore score = InceptionScore.of("test", List.of(CAT, CAT, CAT, DOG), 2);

        assertThat(score.value()).isCloseTo(1.5, within(1e-12));
        assertThat(score.deviation()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void setsThatCannotBeScoredAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> InceptionScore.of("test", List.of(CAT), 2));
        assertThatIllegalArgumentException().isThrownBy(() -> InceptionScore.of("test", List.of(), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> InceptionScore.of("test", List.of(classified())));
    }

    private static ImageFeatures classified(float... probabilities) {
        return new ImageFeatures(new float[0], probabilities);
    }
}
