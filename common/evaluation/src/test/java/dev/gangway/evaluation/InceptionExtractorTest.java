package dev.gangway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InceptionExtractorTest {

    /** The mean of each channel, again and again, until there are as many values. */
    private static final String MEANS = "means = torch.repeat(torch.mean(x, [2, 3], False, dtype=None), [1, %d])";

    private static final String FIRST = "torch.slice(means, 1, 0, %d)";

    @TempDir
    private Path folder;

    @Test
    void theFileThatIsNamedAsStandardGivesPlainNames() throws IOException {
        Path file = features("Any name.pt", 2048);

        try (InceptionExtractor extractor = InceptionExtractor.load(file, sha256(file), Device.cpu())) {
            Features features = Features.of(extractor.name(), extractor.extract(images()));
            FeatureStatistics statistics = FeatureStatistics.of(features);

            assertThat(FrechetDistance.between(statistics, statistics).metric()).isEqualTo("FID");
            assertThat(KernelDistance.between(features, features).metric()).isEqualTo("KID");
            assertThat(InceptionScore.of(extractor.name(), List.of(new ImageFeatures(new float[0], new float[] {1})))
                            .metric())
                    .isEqualTo("inception-score");
        }
    }

    @Test
    void anyOtherFileIsAVariantThatIsNamedByFileAndContent() throws IOException {
        Path file = features("Inception v3 (2015).pt", 2048);
        String digits = sha256(file).substring(0, 8);

        try (InceptionExtractor extractor = InceptionExtractor.load(file, "00".repeat(32), Device.cpu())) {
            assertThat(extractor.name()).isEqualTo("inception-v3-2015-" + digits);
            FeatureStatistics statistics =
                    FeatureStatistics.of(Features.of(extractor.name(), extractor.extract(images())));
            assertThat(FrechetDistance.between(statistics, statistics).metric())
                    .isEqualTo("FID-inception-v3-2015-" + digits);
        }
    }

    @Test
    void imagesOfAnySizeAreSeenIn299PixelsAndUpTo255() throws IOException {
        Path file = StandInNetwork.write(
                folder.resolve("sizes.pt"),
                "Tensor",
                "sum = torch.sum(x, [1, 2, 3], True, dtype=None)",
                "flat = torch.flatten(sum, 1)",
                "return torch.repeat(flat, [1, 2048])");

        try (InceptionExtractor extractor = InceptionExtractor.load(file, "", Device.cpu())) {
            List<ImageFeatures> answers = extractor.extract(List.of(Images.grey(32, 255), Images.grey(299, 1)));

            assertThat(answers.get(0).features()).hasSize(extractor.dimension()).containsOnly(255f * 3 * 299 * 299);
            assertThat(answers.get(1).features()).containsOnly(3f * 299 * 299);
            assertThat(extractor.preparation()).isEqualTo("bilinear-299");
            assertThat(answers.get(0).probabilities()).isEmpty();
        }
    }

    @Test
    void probabilitiesThatAreAnsweredBesideAreTakenForTheInceptionScore() throws IOException {
        Path file = classifying("torch.softmax(means, 1, None)", 1008);

        try (InceptionExtractor extractor = InceptionExtractor.load(file, "", Device.cpu())) {
            InceptionScore score = InceptionScore.of(extractor.name(), extractor.extract(images()));

            assertThat(score.value()).isBetween(1.0, 2.0);
            assertThat(extractor.extract(images()).get(0).probabilities()).hasSize(1008);
        }
    }

    @Test
    void aFileThatIsNoneOrDoesNotKeepTheContractIsRefusedByNameAndReason() throws IOException {
        assertRefused(folder.resolve("missing.pt"), "cannot be read");
        assertRefused(Files.writeString(folder.resolve("text.pt"), "weights"), "no TorchScript network");
        assertRefused(features("narrow.pt", 2047), "2047 features");
        assertRefused(classifying("torch.softmax(means, 1, None)", 10), "10 classes");
        assertRefused(classifying("means", 1008), "no probabilities");
        assertRefused(StandInNetwork.write(folder.resolve("map.pt"), "Tensor", "return x"), "(2, 3, 299, 299)");
    }

    private void assertRefused(Path file, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InceptionExtractor.load(file, "", Device.cpu()))
                .withMessageContaining(file.getFileName().toString())
                .withMessageContaining(reason);
    }

    private Path features(String name, int count) throws IOException {
        return StandInNetwork.write(
                folder.resolve(name), "Tensor", MEANS.formatted(count), "return " + FIRST.formatted(count));
    }

    private Path classifying(String probabilities, int classes) throws IOException {
        return StandInNetwork.write(
                folder.resolve("classifying.pt"),
                "Tuple[Tensor, Tensor]",
                MEANS.formatted(2048),
                "features = " + FIRST.formatted(2048),
                "means = torch.slice(means, 1, 0, %d)".formatted(classes),
                "return (features, " + probabilities + ")");
    }

    private static List<RgbImage> images() {
        return List.of(Images.noise(16, 1), Images.noise(16, 2));
    }

    private static String sha256(Path file) throws IOException {
        return HexFormat.of().formatHex(ShippedNetwork.sha256Digest().digest(Files.readAllBytes(file)));
    }
}
