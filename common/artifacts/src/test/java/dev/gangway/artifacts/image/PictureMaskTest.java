package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureMaskTest {

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Test
    void itIsTurnedUprightAsPicturesAre() throws Exception {
        BufferedImage drawing = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
        drawing.setRGB(0, 0, Color.WHITE.getRGB());

        PictureMask mask = read(drawing, 8);

        assertThat(mask.height()).isEqualTo(3);
        assertThat(mask.width()).isEqualTo(1);
        assertThat(mask.missing()).containsExactly(false, false, true);
    }

    @Test
    void itFitsPicturesOfItsSizeAlone() {
        PictureMask mask = PictureMask.of(2, 3, new boolean[6]);

        assertThat(mask.fits(Pictures.noise(2, 3, 1))).isTrue();
        assertThat(mask.fits(Pictures.noise(3, 2, 1))).isFalse();
        assertThat(mask.fits(Pictures.noise(3, 3, 1))).isFalse();
    }

    @Test
    void itTellsEachPixelByRowAndColumn() {
        PictureMask mask = PictureMask.of(2, 3, new boolean[] {false, false, true, false, false, false});

        assertThat(mask.missing(0, 2)).isTrue();
        assertThat(mask.missing(1, 0)).isFalse();
        assertThat(mask.missingPixels()).isEqualTo(1);
    }

    @Test
    void whoeverHandedOverOrTookAListOfPixelsCannotChangeIt() {
        boolean[] missing = {true, false};
        PictureMask mask = PictureMask.of(1, 2, missing);

        missing[1] = true;
        mask.missing()[0] = false;

        assertThat(mask.missing()).containsExactly(true, false);
    }

    @Test
    void aListOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> PictureMask.of(2, 3, new boolean[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 pixels are not a mask of 2x3 pixels");
    }

    private PictureMask read(BufferedImage drawing, int orientation) throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        assertThat(ImageIO.write(drawing, "png", png)).isTrue();
        byte[] block = ExifFiles.block(orientation, ByteOrder.BIG_ENDIAN);
        DecodedPicture mask = decoder.open("mask.png", ExifFiles.inPng(png.toByteArray(), block), () -> false);
        return MaskReading.of(mask, null, false).mask();
    }
}
