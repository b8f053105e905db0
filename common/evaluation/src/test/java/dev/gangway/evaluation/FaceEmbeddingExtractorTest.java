package dev.gangway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import dev.gangway.testing.ReferenceFiles;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaceEmbeddingExtractorTest {

    private static final int SIDE = 150;

    private static FaceEmbeddingExtractor extractor;

    @BeforeAll
    static void load() {
        extractor = FaceEmbeddingExtractor.load(Device.cpu());
    }

    @AfterAll
    static void close() {
        extractor.close();
    }

    @Test
    void embeddingsAgreeWithPyTorch() {
        List<ImageFeatures> answers = extractor.extract(List.of(Images.reference(0, SIDE), Images.reference(1, SIDE)));

        Agreement.check(
                answers,
                ImageFeatures::features,
                ReferenceFiles.readExtractors().array("face_embedding"));
    }

    @Test
    void anImageOfAnySizeHasAnEmbeddingThatDoesNotDependOnItsNeighbours() {
        RgbImage image = Images.noise(64, 1);

        List<ImageFeatures> together = extractor.extract(List.of(Images.noise(32, 2), image));
        List<ImageFeatures> alone = extractor.extract(List.of(image));

        assertThat(together.get(1).features()).hasSize(extractor.dimension());
        assertThat(Agreement.distance(together.get(1).features(), alone.get(0).features()))
                .isLessThan(1e-4);
        assertThat(together.get(1).probabilities()).isEmpty();
    }
}
