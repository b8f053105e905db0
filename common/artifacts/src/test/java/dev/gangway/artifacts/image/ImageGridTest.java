package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageGridTest {

    private static final int WHITE = 255;

    @Test
    void eachPixelOfAnImageBecomesASquareAtItsPlace() {
        PixelImage sheet = new ImageGrid(3)
                .draw(List.of(
                        new GridRow("", List.of(filled(8, 10), filled(8, 20))),
                        new GridRow("", List.of(filled(8, 30)))));

        assertThat(pixels(sheet, 10)).isEqualTo(24 * 24);
        assertThat(pixels(sheet, 20)).isEqualTo(24 * 24);
        assertThat(pixels(sheet, 30)).isEqualTo(24 * 24);
        assertThat(pixels(sheet, WHITE)).isEqualTo(sheet.height() * sheet.width() - 3 * 24 * 24);
    }

    @Test
    void aCaptionIsWrittenInInkBesideItsRow() {
        PixelImage plain = new ImageGrid(1).draw(List.of(new GridRow("", List.of(filled(32, 10)))));
        PixelImage captioned = new ImageGrid(1).draw(List.of(new GridRow("Stage 2", List.of(filled(32, 10)))));

        assertThat(captioned.width()).isEqualTo(plain.width() + 2 * (7 * 6 - 1));
        assertThat(pixels(captioned, 10)).isEqualTo(32 * 32);
        assertThat(pixels(captioned, 0)).isEqualTo(4 * inkOf("STAGE2"));
    }

    @Test
    void aLetterThatCannotBeDrawnIsShownAsAQuestionMark() {
        PixelImage odd = new ImageGrid(1).draw(List.of(new GridRow("λ", List.of(filled(32, 10)))));
        PixelImage mark = new ImageGrid(1).draw(List.of(new GridRow("?", List.of(filled(32, 10)))));

        assertThat(odd).isEqualTo(mark);
    }

    @Test
    void imagesOfDifferentSizeAreRefused() {
        List<GridRow> rows = List.of(new GridRow("mixed", List.of(filled(8, 0), filled(9, 0))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageGrid(1).draw(rows))
                .withMessageContaining("mixed");
    }

    private static int inkOf(String text) {
        Lettering lettering = new Lettering();
        int ink = 0;
        for (int row = 0; row < Lettering.HEIGHT; row++) {
            for (int column = 0; column < lettering.width(text); column++) {
                ink += lettering.inked(text, row, column) ? 1 : 0;
            }
        }
        return ink;
    }

    private static PixelImage filled(int side, int level) {
        byte[] rgb = new byte[side * side * PixelImage.CHANNELS];
        Arrays.fill(rgb, (byte) level);
        return new PixelImage(side, side, rgb);
    }

    private static int pixels(PixelImage image, int level) {
        int count = 0;
        for (int pixel = 0; pixel < image.height() * image.width(); pixel++) {
            count += image.sample(pixel / image.width(), pixel % image.width(), 0) == level ? 1 : 0;
        }
        return count;
    }
}
