package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.image.MaskReading.ReadMask;
import dev.gangway.artifacts.image.format.PictureNote;
import dev.gangway.testing.SampleCases;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Masks as people make them: a square of 8 pixels in the middle of 20 by 16, unless said otherwise. */
class MaskReadingTest {

    private static final int SQUARE = 64;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    /** The colour of a pixel within the square, or around it, as opacity, red, green and blue. */
    private interface Painter {
        int colour(boolean within, int row, int column);
    }

    @Test
    void whiteOnBlackIsMissing() throws Exception {
        ReadMask read = read(png((within, row, column) -> within ? 0xffffffff : 0xff000000), null);

        assertMiddle(read.mask());
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void labelsOfZeroAndOneAreSeenWithANote() throws Exception {
        ReadMask sent = read(SampleCases.files("mask-labels-0-1.zip").get("masks/a.png"), null);
        ReadMask made = read(png((within, row, column) -> within ? 0xff010101 : 0xff000000), null);

        assertThat(sent.mask().missingPixels()).isPositive().isLessThan(64 * 48);
        assertThat(sent.notes()).extracting(PictureNote::code).containsExactly("mask-of-labels");
        assertMiddle(made.mask());
    }

    @Test
    void strokesOnATransparentCanvasAreMissingWhateverTheCanvasHides() throws Exception {
        ReadMask sent = read(SampleCases.files("mask-transparent-canvas.zip").get("masks/a.png"), null);

        assertThat(sent.mask().missingPixels()).isPositive().isLessThan(64 * 48 / 2);
        for (int canvas : new int[] {0x00000000, 0x00ffffff, 0x00ff0000}) {
            assertMiddle(read(png((within, row, column) -> within ? 0xffffffff : canvas), null)
                    .mask());
            assertMiddle(read(png((within, row, column) -> within ? 0x80ff0000 : canvas), null)
                    .mask());
        }
    }

    @Test
    void aPhotoWithAMaskInItsAlphaChannelIsRefusedInBothReadings() {
        Painter erased = (within, row, column) -> (within ? 0 : 0xff000000) | photo(row, column);
        Painter shown = (within, row, column) -> (within ? 0xff000000 : 0) | photo(row, column);

        assertRefused(erased, "the mask's alpha channel is 0 where 20 % of it lie, and the rest is a photo");
        assertRefused(shown, "the mask's alpha channel is 0 where 80 % of it lie, and the rest is a photo");
    }

    @Test
    void whatShowsNothingOrCanBeReadInTwoWaysIsRefusedWithItsReason() {
        assertRefused((within, row, column) -> within ? 0x00ffffff : 0, "alpha channel is 0 everywhere");
        assertRefused((within, row, column) -> within ? 0xff000000 : 0, "black where its alpha channel is not 0");
        assertRefused((within, row, column) -> 0xffffffff, "the other way round, send it inverted, or set `invert`");
    }

    @Test
    void aMaskThatHidesNothingOrMostOfItSaysSo() throws Exception {
        ReadMask nothing = read(png((within, row, column) -> 0xff000000), null);
        ReadMask inverted = read(png((within, row, column) -> within ? 0xff000000 : 0xffffffff), null);

        assertThat(nothing.mask().missingPixels()).isZero();
        assertThat(nothing.notes()).extracting(PictureNote::code).containsExactly("mask-hides-nothing");
        assertThat(inverted.notes()).extracting(PictureNote::code).containsExactly("mask-hides-most");
        assertThat(inverted.notes().get(0).text()).contains("If black was meant, send it inverted, or set `invert`");
    }

    @Test
    void invertedBlackIsMissingOnWhiteAndOnATransparentCanvas() throws Exception {
        for (int around : new int[] {0xffffffff, 0x00ffffff, 0x00000000}) {
            ReadMask read = inverted(png((within, row, column) -> within ? 0xff000000 : around));

            assertMiddle(read.mask());
            assertThat(read.notes()).isEmpty();
        }
        assertMiddle(inverted(png((within, row, column) -> within ? 0xffc0c0c0 : 0xffffffff))
                .mask());
    }

    @Test
    void invertedWhatIsSaidOfAMaskIsSaidOfBlack() throws Exception {
        ReadMask nothing = inverted(png((within, row, column) -> 0xffffffff));
        ReadMask most = inverted(png((within, row, column) -> within ? 0xffffffff : 0xff000000));

        assertThat(nothing.notes().get(0).text())
                .contains("its darkest pixel has 255.0 of 255, and what is missing has less than 255");
        assertThat(most.notes().get(0).text()).contains("If white was meant, leave out the setting `invert`");
        assertThatThrownBy(() -> inverted(png((within, row, column) -> 0xff000000)))
                .hasMessageContaining("the mask hides everything")
                .hasMessageContaining("Black is missing and white is not");
    }

    @Test
    void halfWhiteEdgesAreMissingUnlessAThresholdIsSet() throws Exception {
        byte[] file = png((within, row, column) -> within ? (row == 4 ? 0xff640000 : 0xffffffff) : 0xff000000);

        assertThat(read(file, null).mask().missingPixels()).isEqualTo(SQUARE);
        assertThat(read(file, 127).mask().missingPixels()).isEqualTo(SQUARE - 8);
    }

    @Test
    void oneBitSixteenBitsAndPalettesMeanTheSame() throws Exception {
        BufferedImage bit = new BufferedImage(20, 16, BufferedImage.TYPE_BYTE_BINARY);
        BufferedImage deep = new BufferedImage(20, 16, BufferedImage.TYPE_USHORT_GRAY);
        IndexColorModel colours =
                new IndexColorModel(8, 3, new byte[] {0, 90, (byte) 200}, new byte[] {0, 0, 10}, new byte[] {0, 0, 10});
        BufferedImage palette = new BufferedImage(20, 16, BufferedImage.TYPE_BYTE_INDEXED, colours);
        for (BufferedImage image : new BufferedImage[] {bit, deep, palette}) {
            for (int pixel = 0; pixel < SQUARE; pixel++) {
                image.getRaster().setSample(6 + pixel % 8, 4 + pixel / 8, 0, 1);
            }
            assertMiddle(read(file(image, "png"), null).mask());
        }
    }

    @Test
    void theNoiseOfAJpegIsNotMissing() throws Exception {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 20 * 20; pixel++) {
            image.setRGB(21 + pixel % 20, 19 + pixel / 20, Color.WHITE.getRGB());
        }

        ReadMask read = read(file(image, "jpg"), null);

        assertThat(read.mask().missingPixels()).isBetween(400, 460);
        assertThat(read(file(image, "jpg"), 0).mask().missingPixels()).isGreaterThan(500);
        assertThat(read.notes()).extracting(PictureNote::code).containsExactly("mask-with-noise");
    }

    @Test
    void aMaskGrowsByDiscs() throws Exception {
        PictureMask point = Pictures.missing(9, 9, new Crop(4, 4, 1, 1));
        PictureMask grown = point.grown(3);

        for (int pixel = 0; pixel < 81; pixel++) {
            int down = pixel / 9 - 4;
            int right = pixel % 9 - 4;
            assertThat(grown.missing(pixel / 9, pixel % 9)).isEqualTo(down * down + right * right <= 9);
        }
        assertThat(point.grown(0)).isEqualTo(point);
    }

    private static int photo(int row, int column) {
        return (row * 13 % 256) << 16 | (column * 12 % 256) << 8 | (row * column * 7 % 256);
    }

    private void assertRefused(Painter painter, String reason) {
        assertThatThrownBy(() -> read(png(painter), null))
                .isInstanceOf(PictureRefusedException.class)
                .hasMessageContaining(reason);
    }

    private static void assertMiddle(PictureMask mask) {
        assertThat(mask).isEqualTo(Pictures.missing(16, 20, new Crop(6, 4, 8, 8)));
    }

    private ReadMask read(byte[] file, Integer threshold) throws Exception {
        return MaskReading.of(decoder.open("mask", file, () -> false), threshold, false);
    }

    private ReadMask inverted(byte[] file) throws Exception {
        return MaskReading.of(decoder.open("mask", file, () -> false), null, true);
    }

    private static byte[] png(Painter painter) throws IOException {
        BufferedImage image = new BufferedImage(20, 16, BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < 16; row++) {
            for (int column = 0; column < 20; column++) {
                boolean within = row >= 4 && row < 12 && column >= 6 && column < 14;
                image.setRGB(column, row, painter.colour(within, row, column));
            }
        }
        return file(image, "png");
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }
}
