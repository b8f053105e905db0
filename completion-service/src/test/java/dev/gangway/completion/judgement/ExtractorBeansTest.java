package dev.gangway.completion.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.Device;
import dev.gangway.completion.config.CompletionConfig;
import dev.gangway.evaluation.Networks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractorBeansTest {

    @TempDir
    private Path folder;

    @Test
    void withoutAFileOfTheUsersImagesAreDescribedByTheShippedNetwork() {
        try (Networks networks = new Networks(Device.cpu(), 1)) {
            assertThat(ExtractorBeans.extractor(networks, with(Optional.empty()), 1)
                            .name())
                    .isEqualTo("resnet50");
        }
    }

    @Test
    void aFileThatIsNoInceptionNetworkIsRefusedByItsName() throws Exception {
        Path missing = folder.resolve("inception.pt");
        Path other = Files.write(folder.resolve("other.pt"), new byte[] {1, 2, 3});
        try (Networks networks = new Networks(Device.cpu(), 1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ExtractorBeans.extractor(networks, with(Optional.of(missing)), 1))
                    .withMessageContaining("inception.pt");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ExtractorBeans.extractor(networks, with(Optional.of(other)), 1))
                    .withMessageContaining("other.pt");
        }
    }

    private static CompletionConfig.Evaluation with(Optional<Path> inception) {
        return new CompletionConfig.Evaluation() {

            @Override
            public List<String> faceMatchers() {
                return List.of();
            }

            @Override
            public Optional<Path> inception() {
                return inception;
            }

            @Override
            public Optional<String> standardInception() {
                return Optional.empty();
            }
        };
    }
}
