package dev.gangway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ResNet50ExtractorTest {

    private static final int SIDE = 224;
    private static final double RELATIVE_TO_THE_LARGEST = 1e-4;

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
    void featuresAndProbabilitiesAgreeWithPyTorch() throws IOException {
        List<ImageFeatures> answers = extractor.extract(List.of(referenceImage(0), referenceImage(1)));

        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            NDList expected = reference(manager);
            agree(answers, ImageFeatures::features, expected.get("resnet50_pool"));
            agree(answers, ImageFeatures::probabilities, expected.get("resnet50_probabilities"));
        }
    }

    @Test
    void smallImagesAreDescribedWithoutRegardToTheirNeighbours() {
        RgbImage image = Images.noise(32, 1);

        List<ImageFeatures> together = extractor.extract(List.of(Images.noise(64, 2), image));
        List<ImageFeatures> alone = extractor.extract(List.of(image));

        assertThat(together.get(1).features()).hasSize(extractor.dimension());
        assertThat(distance(together.get(1).features(), alone.get(0).features()))
                .isLessThan(1e-4);
        assertThat(distance(together.get(0).features(), alone.get(0).features()))
                .isGreaterThan(1e-2);
    }

    @Test
    void aConstantImageIsTheSameAtEverySize() {
        List<ImageFeatures> answers = extractor.extract(List.of(Images.grey(32, 90), Images.grey(SIDE, 90)));

        assertThat(distance(answers.get(0).features(), answers.get(1).features()))
                .isLessThan(1e-4);
    }

    @Test
    void alteredWeightsAreRefusedByName() {
        ShippedNetwork altered = new ShippedNetwork("resnet50/LICENSE", "00");

        assertThatThrownBy(() -> altered.load("altered", Device.cpu()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("resnet50/LICENSE")
                .hasMessageContaining("SHA-256");
    }

    /** Image {@code index} of the reference batch (2, 3, 224, 224), whose value i is (i * 7919) % 256. */
    private static RgbImage referenceImage(int index) {
        int plane = SIDE * SIDE;
        byte[] rgb = new byte[RgbImage.CHANNELS * plane];
        for (int i = 0; i < rgb.length; i++) {
            int channel = i % RgbImage.CHANNELS;
            int position = (index * RgbImage.CHANNELS + channel) * plane + i / RgbImage.CHANNELS;
            rgb[i] = (byte) (position * 7919L % 256);
        }
        return new RgbImage(SIDE, SIDE, rgb);
    }

    private static NDList reference(NDManager manager) throws IOException {
        try (InputStream in = ResNet50ExtractorTest.class.getResourceAsStream("extractors.npz")) {
            return NDList.decode(manager, in);
        }
    }

    private static void agree(List<ImageFeatures> answers, Function<ImageFeatures, float[]> values, NDArray expected) {
        float tolerance = (float) (expected.abs().max().getFloat() * RELATIVE_TO_THE_LARGEST);
        for (int image = 0; image < answers.size(); image++) {
            assertThat(distance(
                            values.apply(answers.get(image)),
                            expected.get(image).toFloatArray()))
                    .isLessThan(tolerance);
        }
    }

    private static double distance(float[] one, float[] other) {
        assertThat(one).hasSameSizeAs(other);
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }
}
