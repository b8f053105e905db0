package dev.gangway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import dev.gangway.testing.ReferenceFiles;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ResNet50ExtractorTest {

    private static final int SIDE = 224;

    private static ResNet50Extractor extractor;

    @BeforeAll
    static void load() {
        extractor = ResNet50Extractor.load(Device.cpu());
    }

    @AfterAll
    static void close() {
        extractor.close();
    }

    @Test
    void featuresAndProbabilitiesAgreeWithPyTorch() {
        ReferenceFiles reference = ReferenceFiles.readExtractors();

        List<ImageFeatures> answers = extractor.extract(List.of(Images.reference(0, SIDE), Images.reference(1, SIDE)));

        Agreement.check(answers, ImageFeatures::features, reference.array("resnet50_pool"));
        Agreement.check(answers, ImageFeatures::probabilities, reference.array("resnet50_probabilities"));
    }

    @Test
    void smallImagesAreDescribedWithoutRegardToTheirNeighbours() {
        RgbImage image = Images.noise(32, 1);

        List<ImageFeatures> together = extractor.extract(List.of(Images.noise(64, 2), image));
        List<ImageFeatures> alone = extractor.extract(List.of(image));

        assertThat(together.get(1).features()).hasSize(extractor.dimension());
        assertThat(Agreement.distance(together.get(1).features(), alone.get(0).features()))
                .isLessThan(1e-4);
        assertThat(Agreement.distance(together.get(0).features(), alone.get(0).features()))
                .isGreaterThan(1e-2);
    }

    @Test
    void aConstantImageIsTheSameAtEverySize() {
        List<ImageFeatures> answers = extractor.extract(List.of(Images.grey(32, 90), Images.grey(SIDE, 90)));

        assertThat(Agreement.distance(answers.get(0).features(), answers.get(1).features()))
                .isLessThan(1e-4);
    }

    @Test
    void alteredWeightsAreRefusedByName() {
        ShippedNetwork altered = new ShippedNetwork("resnet50/LICENSE", "00");

        assertThatThrownBy(() -> altered.load(SIDE, Device.cpu()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("resnet50/LICENSE")
                .hasMessageContaining("SHA-256");
    }
}
