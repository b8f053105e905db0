package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Test
    void whatThePngEncoderWroteComesBackBitEqual() throws UnreadableImageException {
        byte[] rgb = new byte[5 * 7 * 3];
        new SplittableRandom(1).nextBytes(rgb);
        PixelImage image = new PixelImage(5, 7, rgb);

        assertThat(decoder.decode("image.png", PngEncoder.encode(image))).isEqualTo(image);
    }

    @Test
    void greyBecomesThreeEqualChannelsWithoutBrightening() throws Exception {
        BufferedImage grey = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(0, 0, 0, 100);

        assertThat(samples(decoder.decode("grey.png", file(grey, "png")))).containsExactly(100, 100, 100);
        assertThat(samples(decoder.decode("grey.jpg", file(grey, "jpg")))).containsExactly(100, 100, 100);
    }

    @Test
    void sixteenBitsAreScaledToEightAndRounded() throws Exception {
        BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(0, 0, 0, 65_535);
        deep.getRaster().setSample(1, 0, 0, 100 * 257 + 127);

        assertThat(samples(decoder.decode("deep.png", file(deep, "png"))))
                .containsExactly(255, 255, 255, 100, 100, 100);
    }

    @Test
    void sixteenBitColourIsScaledToEight() throws Exception {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Color.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 1, 1, 3, null);
        raster.setPixel(0, 0, new int[] {257, 2 * 257, 3 * 257});

        byte[] file = file(new BufferedImage(model, raster, false, null), "png");

        assertThat(samples(decoder.decode("deep.png", file))).containsExactly(1, 2, 3);
    }

    @Test
    void aPaletteIsLookedUp() throws Exception {
        byte[] reds = {0, (byte) 200};
        byte[] greens = {0, 50};
        byte[] blues = {0, 7};
        IndexColorModel palette = new IndexColorModel(1, 2, reds, greens, blues);
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
        image.getRaster().setSample(0, 0, 0, 1);

        assertThat(samples(decoder.decode("palette.png", file(image, "png")))).containsExactly(200, 50, 7);
    }

    @Test
    void transparentPixelsLieOverWhite() throws Exception {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, new Color(10, 20, 30, 0).getRGB());
        image.setRGB(1, 0, new Color(10, 20, 30, 255).getRGB());
        image.setRGB(2, 0, new Color(0, 0, 0, 51).getRGB());

        assertThat(samples(decoder.decode("alpha.png", file(image, "png"))))
                .containsExactly(255, 255, 255, 10, 20, 30, 204, 204, 204);
    }

    @Test
    void greyWithOpacityLiesOverWhite() throws Exception {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 3, 1, 2, null);
        raster.setPixels(0, 0, 3, 1, new int[] {100, 0, 100, 255, 0, 51});

        byte[] file = file(new BufferedImage(model, raster, false, null), "png");

        assertThat(samples(decoder.decode("alpha.png", file)))
                .containsExactly(255, 255, 255, 100, 100, 100, 204, 204, 204);
    }

    @Test
    void aTransparentColourOfAPaletteLiesOverWhite() throws Exception {
        byte[] reds = {10, 0};
        byte[] greens = {20, 0};
        byte[] blues = {30, 0};
        byte[] opacities = {(byte) 255, 51};
        IndexColorModel palette = new IndexColorModel(1, 2, reds, greens, blues, opacities);
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
        image.getRaster().setSample(1, 0, 0, 1);

        assertThat(samples(decoder.decode("palette.png", file(image, "png"))))
                .containsExactly(10, 20, 30, 204, 204, 204);
    }

    @Test
    void aPngUnderAJpegsNameIsReadAsWhatItIs() throws Exception {
        PixelImage image = Pictures.noise(16, 1);

        assertThat(decoder.decode("really-a.jpg", PngEncoder.encode(image))).isEqualTo(image);
    }

    @Test
    void aJpegUnderAPngsNameIsReadAsWhatItIs() throws Exception {
        PixelImage image = decoder.decode("really-a.png", file(noise(16), "jpg"));

        assertThat(image.height()).isEqualTo(16);
    }

    @Test
    void aFileOfAnotherFormatIsRefusedByName() {
        assertThatThrownBy(() -> decoder.decode("notes.png", "no image".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageStartingWith("notes.png: ")
                .hasMessageContaining("neither a PNG nor a JPEG nor a WebP file");
    }

    @Test
    void anEmptyFileIsRefusedAsOne() {
        assertThatThrownBy(() -> decoder.decode("empty.png", new byte[0]))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage("empty.png: the file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp", "tiff"})
    void anImageOfAnotherFormatIsRefusedByTheFormatsName(String format) throws Exception {
        byte[] file = file(noise(8), format);

        assertRefusedAs(format.toUpperCase(Locale.ROOT), file);
    }

    @ParameterizedTest
    @CsvSource({
        "HEIC, 00000024667479706865696300000000",
        "HEIC, 00000018667479706d69663100000000",
        "AVIF, 00000020667479706176696600000000",
        "JPEG XL, ff0a00000000000000000000",
        "Photoshop, 384250530001000000000000",
        "GIF, 4749463837610100"
    })
    void aFormatThatJavaDoesNotWriteIsKnownByItsFirstBytes(String format, String start) {
        assertRefusedAs(format, HexFormat.of().parseHex(start));
    }

    private void assertRefusedAs(String format, byte[] file) {
        assertThatThrownBy(() -> decoder.decode("foreign.png", file))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage("foreign.png: a " + format + " file by its content; PNG, JPEG and WebP are read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void aFileThatEndsEarlyIsRefusedForNetworksWhereverItEnds(String format) throws Exception {
        byte[] whole = file(noise(32), format);
        String name = "cut." + format;

        assertThat(decoder.decode(name, whole).width()).isEqualTo(32);
        for (int percent : new int[] {2, 20, 50, 80, 95}) {
            byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
            assertThatThrownBy(() -> decoder.decode(name, cut))
                    .as("cut at %d %%", percent)
                    .isInstanceOf(UnreadableImageException.class)
                    .hasMessageStartingWith(name + ": ");
        }
    }

    @Test
    void aFewBytesThatClaimBillionsOfPixelsAreRefusedBeforeTheyAreDecoded() {
        assertThatThrownBy(() -> decoder.decode("bomb.png", pngHeader(60_000, 60_000)))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("3600000000 pixels are more than");
    }

    @Test
    void aJpegThatClaimsBillionsOfPixelsIsRefusedBeforeItIsDecoded() throws Exception {
        byte[] file = file(noise(16), "jpg");
        int frame = indexOf(file, new byte[] {(byte) 0xff, (byte) 0xc0});
        ByteBuffer.wrap(file).putShort(frame + 5, (short) 60_000).putShort(frame + 7, (short) 60_000);

        assertThatThrownBy(() -> decoder.decode("bomb.jpg", file))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("3600000000 pixels are more than");
    }

    @Test
    void aFileLargerThanAllowedIsRefused() throws Exception {
        byte[] file = file(noise(32), "png");

        assertThatThrownBy(() -> new ImageDecoder(new ImageLimits(100, 10_000)).decode("large.png", file))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("more than the 100 allowed");
    }

    private static int indexOf(byte[] file, byte[] part) {
        int position = 0;
        while (!Arrays.equals(file, position, position + part.length, part, 0, part.length)) {
            position++;
        }
        return position;
    }

    private static int[] samples(PixelImage image) {
        int[] samples = new int[image.rgb().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Byte.toUnsignedInt(image.rgb()[i]);
        }
        return samples;
    }

    private static BufferedImage noise(int side) {
        SplittableRandom random = new SplittableRandom(1);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < side * side; pixel++) {
            image.setRGB(pixel % side, pixel / side, random.nextInt());
        }
        return image;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** The signature and the header of a PNG file, and a byte of its picture. */
    private static byte[] pngHeader(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        return ByteBuffer.allocate(46)
                .putLong(0x89504e470d0a1a0aL)
                .put(ExifFiles.pngChunk("IHDR", header.array()))
                .put(ExifFiles.pngChunk("IDAT", new byte[1]))
                .array();
    }
}
