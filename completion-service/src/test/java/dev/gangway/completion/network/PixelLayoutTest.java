package dev.gangway.completion.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.image.ImageArray;
import java.util.List;
import org.junit.jupiter.api.Test;

class PixelLayoutTest {

    private final RgbImage first = new RgbImage(2, 2, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    private final RgbImage second = new RgbImage(2, 2, new byte[] {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32});

    @Test
    void aPixelsColoursAreTakenApartIntoPlanes() {
        ImageArray planar = PixelLayout.planar(List.of(first, second));
        assertThat(planar.size()).isEqualTo(2);
        assertThat(planar.pixels())
                .containsExactly(1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12, 21, 24, 27, 30, 22, 25, 28, 31, 23, 26, 29, 32);
    }

    @Test
    void andPutTogetherAgain() {
        List<RgbImage> back = PixelLayout.interleaved(PixelLayout.planar(List.of(first, second)));
        assertThat(back.get(0).rgb()).isEqualTo(first.rgb());
        assertThat(back.get(1).rgb()).isEqualTo(second.rgb());
    }
}
