package dev.gangway.benchmarks.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.gan.image.ImageArray;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledImagesTest {

    @TempDir
    static Path folder;

    private static BundledImages images;

    @BeforeAll
    static void takesAFew() throws IOException {
        images = SmallArchive.in(folder, 29, 3);
    }

    @Test
    void theLastTenthOfTheTrainingImagesIsForValidation() throws IOException {
        assertThat(images.training().count()).isEqualTo(27);
        assertThat(images.validation(2).count()).isEqualTo(2);
        assertThat(images.validation(1).pixels())
                .isNotEqualTo(images.training().select(26).pixels());
        assertThatThrownBy(() -> images.validation(3)).hasMessageContaining("2 images");
    }

    @Test
    void pixelsThatAreInterleavedAndPlanarAgainAreWhatTheyWere() throws IOException {
        ImageArray test = images.test(3);
        ImageArray again = PixelOrder.planar(PixelOrder.interleaved(test));
        assertThat(again.size()).isEqualTo(32);
        assertThat(again.pixels()).isEqualTo(test.pixels());
    }
}
