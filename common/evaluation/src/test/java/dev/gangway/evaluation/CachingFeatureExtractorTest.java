package dev.gangway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CachingFeatureExtractorTest {

    private final FirstSample network = new FirstSample();

    @Test
    void anImageSeenBeforeIsNotDescribedAgain() {
        CachingFeatureExtractor cache = new CachingFeatureExtractor(network, 10);

        cache.extract(List.of(Images.grey(4, 1), Images.grey(4, 2)));
        List<ImageFeatures> second = cache.extract(List.of(Images.grey(4, 2), Images.grey(4, 3), Images.grey(4, 1)));

        assertThat(second).extracting(answer -> answer.features()[0]).containsExactly(2f, 3f, 1f);
        assertThat(network.described).containsExactly(1, 2, 3);
    }

    @Test
    void anImageTwiceInABatchIsDescribedOnce() {
        List<ImageFeatures> answers =
                new CachingFeatureExtractor(network, 10).extract(List.of(Images.grey(4, 7), Images.grey(4, 7)));

        assertThat(answers).extracting(answer -> answer.features()[0]).containsExactly(7f, 7f);
        assertThat(network.described).containsExactly(7);
    }

    @Test
    void theImageNotSeenForLongestIsForgotten() {
        CachingFeatureExtractor cache = new CachingFeatureExtractor(network, 2);

        cache.extract(List.of(Images.grey(4, 1), Images.grey(4, 2)));
        cache.extract(List.of(Images.grey(4, 1)));
        cache.extract(List.of(Images.grey(4, 3)));
        cache.extract(List.of(Images.grey(4, 1), Images.grey(4, 2)));

        assertThat(network.described).containsExactly(1, 2, 3, 2);
    }

    @Test
    void aBatchLargerThanTheCacheIsAnsweredInFull() {
        List<ImageFeatures> answers = new CachingFeatureExtractor(network, 1)
                .extract(List.of(Images.grey(4, 1), Images.grey(4, 2), Images.grey(4, 3)));

        assertThat(answers).extracting(answer -> answer.features()[0]).containsExactly(1f, 2f, 3f);
    }

    @Test
    void imagesOfTheSamePixelsInAnotherShapeAreOthers() {
        CachingFeatureExtractor cache = new CachingFeatureExtractor(network, 10);

        cache.extract(List.of(new RgbImage(2, 8, new byte[48]), new RgbImage(8, 2, new byte[48])));

        assertThat(network.described).hasSize(2);
    }

    @Test
    void aCacheForNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CachingFeatureExtractor(network, 0));
    }
}
