package dev.gangway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.gangway.testing.ReferenceFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class InceptionScoreTest {

    private static final double MILLIONTH = 1e-4;
    private static final ImageFeatures CAT = classified(1, 0);
    private static final ImageFeatures DOG = classified(0, 1);

    @Test
    void theScoreAgreesWithTheReference() {
        ReferenceFiles reference = ReferenceFiles.read();
        double[][] probabilities =
                reference.array("inception_score.probabilities").rows();

        InceptionScore score = InceptionScore.of("test", probabilities, 1);

        assertThat(score.value()).isCloseTo(reference.scalar("inception_score.one_split"), withinPercentage(MILLIONTH));
        assertThat(score.count()).isEqualTo(probabilities.length);
        assertThat(score.metric()).isEqualTo("inception-score-test");
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
