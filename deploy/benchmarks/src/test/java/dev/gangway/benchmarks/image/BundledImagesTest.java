package dev.gangway.benchmarks.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.gan.image.ImageArray;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BundledImagesTest {

    private static final BundledImages IMAGES = new BundledImages(Path.of("../local/images/cifar-10-subset.zip"));

    @Test
    void theLastTenthOfTheTrainingImagesIsForValidation() throws IOException {
        assertThat(IMAGES.training().count()).isEqualTo(4_986 - 498);
        assertThat(IMAGES.validation(498).count()).isEqualTo(498);
        assertThatThrownBy(() -> IMAGES.validation(499)).hasMessageContaining("498 images");
    }

    @Test
    void pixelsThatAreInterleavedAndPlanarAgainAreWhatTheyWere() throws IOException {
        ImageArray images = IMAGES.test(3);
        ImageArray again = PixelOrder.planar(PixelOrder.interleaved(images));
        assertThat(again.size()).isEqualTo(32);
        assertThat(again.pixels()).isEqualTo(images.pixels());
    }
}
