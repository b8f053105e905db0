package dev.gangway.artifacts.image;

import static dev.gangway.artifacts.image.WebpFiles.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luciad.imageio.webp.CompressionType;
import dev.gangway.artifacts.image.format.ImageFile;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebpTest {

    private static final int WIDTH = 21;
    private static final int HEIGHT = 13;
    private static final long MIB = 1 << 20;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Test
    void aLosslessPictureIsReadAsItWasWritten() throws Exception {
        PixelImage image = twoToned();

        DecodedPicture read = decoder.open("picture.webp", file("VP8L", lossless(image)), () -> false);

        assertThat(read.samples().rgb()).isEqualTo(image);
        assertThat(read.lossy()).isFalse();
        assertThat(decoder.decode("picture.png", file("VP8L", lossless(image)))).isEqualTo(image);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 16, 17, 200, 1 << 24})
    void whateverAnEncoderDoesToBeLosslessIsUndone(int colours) throws Exception {
        BufferedImage picture = drawn(301, 203, colours, BufferedImage.TYPE_INT_ARGB);

        DecodedPicture read = decoder.open(
                "picture.webp",
                WebpFiles.encoded(picture, CompressionType.Lossless, settings -> settings.setExact(true)),
                () -> false);

        assertSame(read, picture, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void aLossyPictureComesBackNearlyAndItsOpacityAsItWas(int method) throws Exception {
        BufferedImage picture = drawn(301, 203, 1 << 24, BufferedImage.TYPE_INT_ARGB);

        DecodedPicture read = decoder.open(
                "picture.webp",
                WebpFiles.encoded(picture, CompressionType.Lossy, settings -> {
                    settings.setMethod(method);
                    settings.setAlphaCompressionAlgorithm(method % 2);
                    settings.setCompressionQuality(0.95f);
                }),
                () -> false);

        assertThat(read.lossy()).isTrue();
        assertThat(read.complete()).isTrue();
        assertSame(read, picture, 3);
    }

    @Test
    void ofALossyPictureThatIsCutOffWhatIsThereIsShown() throws Exception {
        BufferedImage picture = drawn(301, 203, 1 << 24, BufferedImage.TYPE_INT_RGB);
        byte[] whole = WebpFiles.encoded(picture, CompressionType.Lossy, settings -> {});
        byte[] part = Arrays.copyOf(whole, whole.length * 2 / 3);

        DecodedPicture read = decoder.open("picture.webp", part, () -> false);

        assertThat(read.complete()).isFalse();
        assertThat(read.notes()).extracting(note -> note.text()).anyMatch(text -> text.contains("it ends before"));
        assertThat(read.samples().row(50, null))
                .isEqualTo(decoder.open("picture.webp", whole, () -> false)
                        .samples()
                        .row(50, null));
        assertThatThrownBy(() -> decoder.decode("picture.webp", part)).hasMessageContaining("it ends before");
    }

    @Test
    void aPictureOfManyGroupsOfCodesIsReadAsItWasWritten() throws Exception {
        int[] groups = new SplittableRandom(1).ints(16 * 12, 0, 150).toArray();
        byte[] file = WebpFiles.grouped(16 * WebpFiles.BLOCK - 1, 12 * WebpFiles.BLOCK - 2, 150, groups);

        PixelImage read = decoder.decode("groups.webp", file);

        assertThat(ImageFile.of(file).prefixGroups())
                .isEqualTo(Arrays.stream(groups).max().getAsInt() + 1);
        for (int row = 0; row < read.height(); row++) {
            for (int column = 0; column < read.width(); column++) {
                assertThat(read.sample(row, column, 2))
                        .isEqualTo(groups[row / WebpFiles.BLOCK * 16 + column / WebpFiles.BLOCK]);
            }
        }
    }

    @Test
    void groupsOfCodesThatNoPixelCanHaveTakeNoMemory() throws Exception {
        ImageDecoder small = new ImageDecoder(ImageLimits.DEFAULT, new DecodingRoom(MIB, 1), Clock.systemUTC());

        PixelImage read = small.decode("groups.webp", WebpFiles.grouped(4, 4, 1 << 16, 0xfffe));

        assertThat(new int[] {read.sample(3, 3, 0), read.sample(3, 3, 1), read.sample(3, 3, 2)})
                .containsExactly(0, 255, 254);
    }

    @Test
    void aFewBytesThatWantAGigabyteOfTablesAreRefusedUnread() {
        int side = 248;
        byte[] file = WebpFiles.grouped(
                side * WebpFiles.BLOCK,
                side * WebpFiles.BLOCK,
                0,
                IntStream.range(0, side * side).toArray());
        ImageDecoder usual = new ImageDecoder(ImageLimits.DEFAULT, new DecodingRoom(460 * MIB, 1), Clock.systemUTC());

        assertThat(file.length).isLessThan(130_000);
        assertThatThrownBy(() -> usual.decode("groups.webp", file))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("takes 1211 MiB of memory, more than the 460 there are for it");
    }

    @Test
    void aTransformThatIsThereAgainAndAgainIsRefusedUnread() {
        WebpFiles.Bits bits = WebpFiles.losslessHead(4000, 4000);
        for (int i = 0; i < 10_000; i++) {
            bits.add(0b101, 3);
        }

        assertRefused(file("VP8L", bits.bytes()), "a transform twice");
    }

    @Test
    void anEmptyPictureOfAnySizeIsReadFromAFewBytes() throws Exception {
        BufferedImage picture = new BufferedImage(3000, 2000, BufferedImage.TYPE_INT_RGB);
        byte[] file = WebpFiles.encoded(picture, CompressionType.Lossless, settings -> {});

        assertThat(file.length).isLessThan(1000);
        assertThat(decoder.decode("mask.webp", file).width()).isEqualTo(3000);
    }

    @Test
    void noneOfTheDecodersFilesIsLeft() throws Exception {
        WebpLibrary.reader().dispose();

        assertThat(Path.of(System.getProperty("com.luciad.imageio.webp.tmpdir")))
                .doesNotExist();
    }

    @Test
    void whatStandsAroundThePictureIsPassedOver() throws Exception {
        PixelImage image = twoToned();
        byte[] file = file("ICCP", new byte[7], "XMP ", new byte[30], "VP8L", lossless(image), "EXIF", new byte[5]);

        DecodedPicture read = decoder.open("picture.webp", Arrays.copyOf(file, file.length + 9), () -> false);

        assertThat(read.samples().rgb()).isEqualTo(image);
        assertThat(read.notes())
                .extracting(note -> note.code())
                .containsExactly("trailing-bytes", "colour-profile-left-out");
    }

    @Test
    void anAnimationIsRefusedByName() {
        byte[] extended = new byte[10];
        extended[0] = 2;

        assertRefused(file("VP8X", extended, "ANIM", new byte[6], "ANMF", new byte[40]), "an animated WebP");
    }

    @Test
    void whatIsNoPictureIsRefused() {
        byte[] whole = file("VP8L", lossless(twoToned()));

        assertRefused(Arrays.copyOf(whole, 20), "ends before its picture begins");
        assertRefused(file("VP8 ", new byte[4]), "ends before its picture begins");
        assertRefused(file("VP8 ", new byte[40]), "0x0 pixels");
        assertRefused(file("VP8L", new byte[40]), "its picture is none");
        assertRefused(file("VP8L", Arrays.copyOf(lossless(twoToned()), 40)), "ends early or is broken");
    }

    private void assertRefused(byte[] file, String reason) {
        assertThatThrownBy(() -> decoder.open("picture.webp", file, () -> false))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(reason);
    }

    private static void assertSame(DecodedPicture read, BufferedImage picture, double difference) {
        PictureSamples samples = read.samples();
        boolean opacity = samples.channels() == 4;
        long sum = 0;
        for (int row = 0; row < samples.height(); row++) {
            int[] values = samples.row(row, null);
            for (int column = 0; column < samples.width(); column++) {
                int colour = picture.getRGB(column, row);
                int start = column * samples.channels();
                assertThat(opacity ? values[start + 3] : 255).isEqualTo(colour >>> 24);
                for (int channel = 0; channel < 3; channel++) {
                    sum += Math.abs(values[start + channel] - (colour >> (16 - 8 * channel) & 255));
                }
            }
        }
        assertThat(sum / (3.0 * samples.height() * samples.width())).isLessThanOrEqualTo(difference);
    }

    /** Waves of so many colours, opaque ones and others. */
    private static BufferedImage drawn(int width, int height, int colours, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double wave = 0.5 + 0.25 * Math.sin(column / 31.0 + row / 47.0) + 0.25 * Math.cos(row / 29.0);
                int fine = (int) (255 * wave) << 16 | (row * 255 / height) << 8 | column * 255 / width;
                int coarse = new SplittableRandom((long) (wave * (colours - 1))).nextInt();
                int opacity = type == BufferedImage.TYPE_INT_RGB || column > row ? 0xff : column % 200;
                picture.setRGB(
                        column, row, colours < 1 << 24 ? coarse | 0xff000000 : opacity << 24 | (fine & 0xffffff));
            }
        }
        return picture;
    }

    /** Noise of two values in each channel: 10 and 200, 20 and 210, 30 and 220. */
    private static PixelImage twoToned() {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (10 * (1 + i % 3) + (random.nextBoolean() ? 190 : 0));
        }
        return new PixelImage(HEIGHT, WIDTH, rgb);
    }

    /** The picture with a code of one bit for each sample. */
    private static byte[] lossless(PixelImage image) {
        WebpFiles.Bits bits = WebpFiles.losslessHead(image.width(), image.height());
        // No transform, no cache of colours, one group of codes.
        bits.add(0, 3);
        for (int low : new int[] {20, 10, 30}) {
            // A simple code of two symbols of eight bits.
            bits.add(0b111, 3);
            bits.add(low, 8);
            bits.add(low + 190, 8);
        }
        for (int only : new int[] {255, 0}) {
            bits.addOnlySymbol(only);
        }
        for (int pixel = 0; pixel < image.width() * image.height(); pixel++) {
            for (int channel : new int[] {1, 0, 2}) {
                bits.add(image.sample(pixel / WIDTH, pixel % WIDTH, channel) >= 200 ? 1 : 0, 1);
            }
        }
        return bits.bytes();
    }
}
