package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stored images here are of two rows, abc and def. */
class ImageOrientationTest {

    private static final String STORED = "abc/def";
    private static final int STEP = 40;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "1, abc/def",
        "2, cba/fed",
        "3, fed/cba",
        "4, def/abc",
        "5, ad/be/cf",
        "6, da/eb/fc",
        "7, fc/eb/da",
        "8, cf/be/ad"
    })
    void anImageIsTurnedAsItsCameraWasHeld(int orientation, String upright) throws Exception {
        byte[] bigEndian = ExifFiles.block(orientation, ByteOrder.BIG_ENDIAN);
        byte[] littleEndian = ExifFiles.block(orientation, ByteOrder.LITTLE_ENDIAN);

        assertThat(png(bigEndian)).isEqualTo(upright);
        assertThat(png(littleEndian)).isEqualTo(upright);
        assertThat(jpeg(bigEndian)).isEqualTo(upright);
        assertThat(jpeg(littleEndian)).isEqualTo(upright);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 90, 0xffff})
    void anOrientationThatExifDoesNotKnowCountsAsUpright(int orientation) throws Exception {
        byte[] block = ExifFiles.block(orientation, ByteOrder.BIG_ENDIAN);

        assertThat(png(block)).isEqualTo(STORED);
        assertThat(jpeg(block)).isEqualTo(STORED);
    }

    @Test
    void anImageWithoutAnExifBlockIsUpright() throws Exception {
        assertThat(letters(decoder.decode("plain.png", letterFile(1, "png")), 1))
                .isEqualTo(STORED);
        assertThat(letters(decoder.decode("plain.jpg", letterFile(8, "jpg")), 8))
                .isEqualTo(STORED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 8, 10, 20, 30, 40})
    void anExifBlockThatEndsEarlyCountsAsUpright(int length) throws Exception {
        byte[] cut = Arrays.copyOf(ExifFiles.block(6, ByteOrder.BIG_ENDIAN), length);

        assertThat(png(cut)).isEqualTo(STORED);
        assertThat(jpeg(cut)).isEqualTo(STORED);
    }

    @Test
    void anExifBlockOfNoiseCountsAsUpright() throws Exception {
        byte[] noise = new byte[300];
        new SplittableRandom(1).nextBytes(noise);

        assertThat(png(noise)).isEqualTo(STORED);
        assertThat(jpeg(noise)).isEqualTo(STORED);
    }

    @Test
    void whateverByteOfAnExifBlockIsDamagedTheImageIsRead() throws Exception {
        byte[] block = ExifFiles.block(3, ByteOrder.LITTLE_ENDIAN);
        for (int position = 0; position < block.length; position++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] damaged = block.clone();
                damaged[position] ^= (byte) (1 << bit);

                assertThat(png(damaged)).contains("a", "b", "c", "d", "e", "f");
                assertThat(jpeg(damaged)).contains("a", "b", "c", "d", "e", "f");
            }
        }
    }

    @Test
    void twoBlocksInAPngThatMayHaveOneCountAsUpright() throws Exception {
        byte[] block = ExifFiles.block(6, ByteOrder.BIG_ENDIAN);
        byte[] twice = ExifFiles.inPng(ExifFiles.inPng(letterFile(1, "png"), block), block);

        assertThat(letters(decoder.decode("twice.png", twice), 1)).isEqualTo(STORED);
    }

    @Test
    void ofTwoBlocksInAJpegTheFirstCounts() throws Exception {
        byte[] second = ExifFiles.inJpeg(letterFile(8, "jpg"), ExifFiles.block(3, ByteOrder.BIG_ENDIAN));
        byte[] both = ExifFiles.inJpeg(second, ExifFiles.block(6, ByteOrder.BIG_ENDIAN));

        assertThat(letters(decoder.decode("both.jpg", both), 8)).isEqualTo("da/eb/fc");
    }

    @Test
    void aBlockWhoseTagsClaimGigabytesTogetherIsNotGathered() throws Exception {
        int tags = 60_001;
        ByteBuffer block = ByteBuffer.allocate(3_000_000);
        block.put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) tags);
        for (int tag = 1; tag <= tags; tag++) {
            block.putShort((short) tag).putShort((short) 7).putInt(2_900_000).putInt(0);
        }

        assertThat(png(block.array())).isEqualTo(STORED);
    }

    @Test
    void aFileThatEndsEarlyIsRefusedWhateverItsExifBlockSays() throws Exception {
        byte[] whole = ExifFiles.inJpeg(letterFile(8, "jpg"), ExifFiles.block(6, ByteOrder.BIG_ENDIAN));
        byte[] cut = Arrays.copyOf(whole, whole.length - 20);

        assertThatThrownBy(() -> decoder.decode("cut.jpg", cut)).isInstanceOf(UnreadableImageException.class);
    }

    private String png(byte[] block) throws Exception {
        return letters(decoder.decode("turned.png", ExifFiles.inPng(letterFile(1, "png"), block)), 1);
    }

    /** Letters are as large as JPEG's blocks, so that each keeps its grey. */
    private String jpeg(byte[] block) throws Exception {
        return letters(decoder.decode("turned.jpg", ExifFiles.inJpeg(letterFile(8, "jpg"), block)), 8);
    }

    private static byte[] letterFile(int letterSize, String format) throws IOException {
        BufferedImage image = new BufferedImage(3 * letterSize, 2 * letterSize, BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                int letter = row / letterSize * 3 + column / letterSize;
                image.getRaster().setSample(column, row, 0, letter * STEP);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, file)).isTrue();
        return file.toByteArray();
    }

    private static String letters(PixelImage image, int letterSize) {
        StringBuilder letters = new StringBuilder();
        for (int row = letterSize / 2; row < image.height(); row += letterSize) {
            letters.append(letters.isEmpty() ? "" : "/");
            for (int column = letterSize / 2; column < image.width(); column += letterSize) {
                letters.append((char) ('a' + Math.round(image.sample(row, column, 0) / (float) STEP)));
            }
        }
        return letters.toString();
    }
}
