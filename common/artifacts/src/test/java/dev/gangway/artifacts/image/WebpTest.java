package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WebpTest {

    private static final int WIDTH = 21;
    private static final int HEIGHT = 13;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Test
    void aLosslessPictureIsReadAsItWasWritten() throws Exception {
        PixelImage image = twoToned();

        DecodedPicture read = decoder.open("picture.webp", file("VP8L", lossless(image)), () -> false);

        assertThat(read.samples().rgb()).isEqualTo(image);
        assertThat(read.lossy()).isFalse();
        assertThat(decoder.decode("picture.png", file("VP8L", lossless(image)))).isEqualTo(image);
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
    }

    private void assertRefused(byte[] file, String reason) {
        assertThatThrownBy(() -> decoder.open("picture.webp", file, () -> false))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(reason);
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
        Bits bits = new Bits();
        bits.add(0x2f, 8);
        bits.add(image.width() - 1, 14);
        bits.add(image.height() - 1, 14);
        // No opacity, version 0, no transform, no cache of colours, one group of codes.
        bits.add(0, 1 + 3 + 3);
        for (int low : new int[] {20, 10, 30}) {
            // A simple code of two symbols of eight bits.
            bits.add(0b111, 3);
            bits.add(low, 8);
            bits.add(low + 190, 8);
        }
        for (int only : new int[] {255, 0}) {
            bits.add(0b101, 3);
            bits.add(only, 8);
        }
        for (int pixel = 0; pixel < image.width() * image.height(); pixel++) {
            for (int channel : new int[] {1, 0, 2}) {
                bits.add(image.sample(pixel / WIDTH, pixel % WIDTH, channel) >= 200 ? 1 : 0, 1);
            }
        }
        return bits.bytes();
    }

    /** Chunks by their names, one after the other. */
    private static byte[] file(Object... chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < chunks.length; i += 2) {
            byte[] content = (byte[]) chunks[i + 1];
            body.writeBytes(((String) chunks[i]).getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(little(content.length));
            body.writeBytes(Arrays.copyOf(content, content.length + (content.length & 1)));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(little(body.size()));
        file.writeBytes(body.toByteArray());
        return file.toByteArray();
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    /** Bits from the lowest of each byte on. */
    private static final class Bits {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int current;
        private int count;

        void add(int value, int length) {
            for (int bit = 0; bit < length; bit++) {
                current |= ((value >>> bit) & 1) << count;
                count++;
                if (count == 8) {
                    bytes.write(current);
                    current = 0;
                    count = 0;
                }
            }
        }

        byte[] bytes() {
            bytes.write(current);
            bytes.write(0);
            return bytes.toByteArray();
        }
    }
}
