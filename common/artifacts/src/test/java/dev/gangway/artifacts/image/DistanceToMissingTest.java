package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistanceToMissingTest {

    @Test
    void aMissingPixelFarToTheRightOfAWidePictureGrowsAsAnyOther() {
        int width = 60_000;
        boolean[] missing = new boolean[3 * width];
        missing[width + 5] = true;
        missing[width + 59_990] = true;

        PictureMask grown = PictureMask.of(3, width, missing).grown(2);

        // Of the thirteen pixels within two of each, the picture's three rows hold eleven.
        assertThat(grown.missingPixels()).isEqualTo(22);
        assertThat(grown.missing(0, 59_991)).isTrue();
        assertThat(grown.missing(1, 59_992)).isTrue();
        assertThat(grown.missing(1, 30_000)).isFalse();
    }
}
