package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.image.format.PictureNote;
import dev.gangway.testing.SampleCases;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as cameras and editors make them. */
class PicturesAsSentTest {

    private static final Map<String, byte[]> JUNK = SampleCases.files("jpeg-junk.zip");
    private static final Map<String, byte[]> COLOURS = SampleCases.files("jpeg-colours.zip");

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void theTransparentGreyOfAPngOfFewBitsIsTransparent(int bits) throws Exception {
        int last = (1 << bits) - 1;

        DecodedPicture picture = decoder.open("grey.png", greys(bits, last), () -> false);

        assertThat(picture.samples().channels()).isEqualTo(2);
        int[] row = picture.samples().row(0, null);
        for (int grey = 0; grey <= last; grey++) {
            assertThat(row[2 * grey]).isEqualTo(grey * 255 / last);
            assertThat(row[2 * grey + 1]).isEqualTo(grey == last ? 0 : 255);
        }
    }

    @Test
    void coloursThatWereMeantToBeShownOtherwiseThanSrgbsAreNoted() throws Exception {
        byte[] linear = ByteBuffer.allocate(4).putInt(100_000).array();
        byte[] usual = ByteBuffer.allocate(4).putInt(45_455).array();

        assertThat(codes(openWith("gAMA", usual))).isEmpty();
        assertThat(codes(openWith("cICP", new byte[] {1, 13, 0, 1}))).isEmpty();
        assertThat(codes(openWith("gAMA", linear))).containsExactly("colour-description-left-out");
        assertThat(codes(openWith("cICP", new byte[] {9, 16, 0, 1}))).containsExactly("colour-description-left-out");
        assertThat(codes(openWith("cHRM", displayP3()))).containsExactly("colour-description-left-out");
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void pixelsOfColoursThatThePaletteLacksAreNoted(int largest, boolean noted) throws Exception {
        byte[] pixels = new byte[9 * 4];
        pixels[20] = (byte) largest;
        ByteBuffer header = ByteBuffer.allocate(13).putInt(8).putInt(4).put(new byte[] {8, 3, 0, 0, 0});
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ByteBuffer.allocate(8).putLong(0x89504e470d0a1a0aL).array());
        file.writeBytes(ExifFiles.pngChunk("IHDR", header.array()));
        file.writeBytes(ExifFiles.pngChunk("PLTE", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(pixels);
        }
        file.writeBytes(ExifFiles.pngChunk("IDAT", packed.toByteArray()));
        file.writeBytes(ExifFiles.pngChunk("IEND", new byte[0]));

        List<String> notes = codes(decoder.open("palette.png", file.toByteArray(), () -> false));

        assertThat(notes).isEqualTo(noted ? List.of("stray-colours") : List.of());
    }

    @Test
    void greysOfOneBitHaveNoPaletteThatTheyCouldLeave() throws Exception {
        BufferedImage mask = new BufferedImage(9, 4, BufferedImage.TYPE_BYTE_BINARY);
        mask.setRGB(3, 2, 0xffffff);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(mask, "png", file);

        assertThat(codes(decoder.open("mask.png", file.toByteArray(), () -> false)))
                .isEmpty();
    }

    private static byte[] displayP3() {
        ByteBuffer content = ByteBuffer.allocate(32);
        for (int place : new int[] {31_270, 32_900, 68_000, 32_000, 26_500, 69_000, 15_000, 6_000}) {
            content.putInt(place);
        }
        return content.array();
    }

    private DecodedPicture openWith(String chunk, byte[] content) throws Exception {
        byte[] png = PngEncoder.encode(Pictures.noise(8, 1));
        byte[] more = ExifFiles.pngChunk(chunk, content);
        byte[] file = ByteBuffer.allocate(png.length + more.length)
                .put(png, 0, 33)
                .put(more)
                .put(png, 33, png.length - 33)
                .array();
        return decoder.open("described.png", file, () -> false);
    }

    /** A PNG file with each grey once, of which one is transparent. */
    @ParameterizedTest
    @CsvSource({"false, those from about row", "true, its pixels may not be as they were"})
    void ofAPngThatEndsEarlyNoRowIsCalledSoundThatIsNot(boolean interlaced, String note) throws Exception {
        byte[] whole = noise(interlaced);

        DecodedPicture picture = decoder.open("cut.png", Arrays.copyOf(whole, whole.length * 4 / 5), () -> false);

        assertThat(picture.notes()).extracting(PictureNote::text).anySatisfy(text -> assertThat(text)
                .contains(note));
    }

    private static byte[] noise(boolean interlaced) throws IOException {
        BufferedImage image = new BufferedImage(100, 200, BufferedImage.TYPE_INT_RGB);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            image.setRGB(i % 100, i / 100, random.nextInt());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] greys(int bits, int transparent) throws IOException {
        byte[] ramp = new byte[1 << bits];
        for (int grey = 0; grey < ramp.length; grey++) {
            ramp[grey] = (byte) (grey * 255 / (ramp.length - 1));
        }
        BufferedImage image = new BufferedImage(
                ramp.length,
                1,
                BufferedImage.TYPE_BYTE_BINARY,
                new IndexColorModel(bits, ramp.length, ramp, ramp, ramp));
        for (int grey = 0; grey < ramp.length; grey++) {
            image.getRaster().setSample(grey, 0, 0, grey);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        byte[] chunk = {'t', 'R', 'N', 'S', 0, (byte) transparent};
        CRC32 sum = new CRC32();
        sum.update(chunk);
        byte[] written = file.toByteArray();
        assertThat(written[25]).as("colour type grey").isZero();
        return ByteBuffer.allocate(written.length + 14)
                .put(written, 0, 33)
                .putInt(2)
                .put(chunk)
                .putInt((int) sum.getValue())
                .put(written, 33, written.length - 33)
                .array();
    }

    @ParameterizedTest
    @CsvSource({
        "restart, ",
        "fill-ff, ",
        "newline-first, leading-bytes",
        "stray-header, stray-bytes",
        "stray-before-eoi, stray-bytes",
        "zeros-before-eoi, stray-bytes",
        "no-eoi, no-end",
        "after-eoi, trailing-bytes",
        "mpo, further-pictures"
    })
    void bytesAroundAJpegsPartsChangeNoPixelAndAreNoted(String name, String note) throws Exception {
        DecodedPicture picture = open(JUNK, "images/" + name + ".jpg");

        assertThat(picture.samples().rgb())
                .isEqualTo(open(JUNK, "images/restart.jpg").samples().rgb());
        assertThat(picture.complete()).isTrue();
        assertThat(codes(picture)).isEqualTo(note == null ? List.of() : List.of(note));
    }

    @ParameterizedTest
    @CsvSource({
        "broken-icc.jpg, colour-profile-left-out",
        "trunc-icc.jpg, colour-profile-left-out",
        "grey-rgbicc.jpg, colour-profile-left-out",
        "cmyk.jpg, colours-converted",
        "rgb-adobe.jpg, ",
        "progressive.jpg, ",
        "sub411.jpg, ",
        "broken-iccp.png, colour-profile-left-out",
        "interlaced.png, ",
        "no-iend.png, no-end",
        "trailing.png, trailing-bytes",
        "zero-chrm.png, ",
        "badlen-phys.png, ",
        "badcrc-text.png, ",
        "broken-ztxt.png, ",
        "exif-bad.png, "
    })
    void whatIsBrokenBesideThePixelsIsLeftOutAndNoted(String name, String note) throws Exception {
        DecodedPicture picture = open(COLOURS, "images/" + name);

        assertThat(picture.complete()).isTrue();
        assertThat(codes(picture)).isEqualTo(note == null ? List.of() : List.of(note));
        assertThat(decoder.decode(name, COLOURS.get("images/" + name)).width()).isEqualTo(64);
    }

    @Test
    void aDatasetIsReadThoughOneOfItsFilesHasAStrayByte() throws Exception {
        Map<String, byte[]> files = SampleCases.files("dataset-one-stray-jpeg.zip");

        assertThat(files).hasSizeGreaterThan(60);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(decoder.decode(file.getKey(), file.getValue()).height()).isGreaterThanOrEqualTo(40);
        }
    }

    @Test
    void theInksOfAPrintBecomeTheColoursThatTheyStandFor() throws Exception {
        PixelImage printed = open(COLOURS, "images/cmyk.jpg").samples().rgb();
        PixelImage shown = open(COLOURS, "images/rgb-adobe.jpg").samples().rgb();

        int worst = 0;
        for (int i = 0; i < shown.rgb().length; i++) {
            worst = Math.max(
                    worst, Math.abs(Byte.toUnsignedInt(printed.rgb()[i]) - Byte.toUnsignedInt(shown.rgb()[i])));
        }
        assertThat(worst).isLessThanOrEqualTo(2);
    }

    @Test
    void ofAJpegThatEndsEarlyWhatIsThereIsShownWithANote() throws Exception {
        DecodedPicture half = open(JUNK, "images/half.jpg");
        PixelImage whole = open(JUNK, "images/restart.jpg").samples().rgb();

        assertThat(half.complete()).isFalse();
        assertThat(codes(half)).containsExactly("no-end", "incomplete");
        assertThat(Arrays.copyOf(half.samples().rgb().rgb(), 90)).isEqualTo(Arrays.copyOf(whole.rgb(), 90));
    }

    @Test
    void aJpegWithoutASingleByteOfItsPictureIsRefused() {
        byte[] whole = JUNK.get("images/restart.jpg");
        int scan = scanOf(whole);

        for (int length = 0; length < scan + 14; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> decoder.open("cut.jpg", cut, () -> false))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(UnreadableImageException.class);
        }
    }

    @Test
    void ofAPngThatEndsEarlyTheRowsThatAreThereAreShownWithANote() throws Exception {
        PixelImage whole = Pictures.noise(64, 3);
        byte[] file = PngEncoder.encode(whole);

        DecodedPicture cut = decoder.open("cut.png", Arrays.copyOf(file, file.length / 2), () -> false);

        assertThat(codes(cut)).containsExactly("no-end", "incomplete");
        assertThat(Arrays.copyOf(cut.samples().rgb().rgb(), 64 * 3 * 20))
                .isEqualTo(Arrays.copyOf(whole.rgb(), 64 * 3 * 20));
    }

    @Test
    void aPngWhoseDataDoesNotFitItsChecksumIsNotTakenForWhole() throws Exception {
        byte[] file = PngEncoder.encode(Pictures.noise(64, 3));
        file[file.length - 200] ^= 1;

        DecodedPicture flipped = decoder.open("flipped.png", file, () -> false);

        assertThat(flipped.complete()).isFalse();
        assertThat(codes(flipped)).containsExactly("incomplete");
        assertThatThrownBy(() -> decoder.decode("flipped.png", file)).isInstanceOf(UnreadableImageException.class);
    }

    private DecodedPicture open(Map<String, byte[]> files, String name) throws UnreadableImageException {
        return decoder.open(name, files.get(name), () -> false);
    }

    private static List<String> codes(DecodedPicture picture) {
        return picture.notes().stream().map(PictureNote::code).toList();
    }

    private static int scanOf(byte[] jpeg) {
        int position = 0;
        while (Byte.toUnsignedInt(jpeg[position]) != 0xff || Byte.toUnsignedInt(jpeg[position + 1]) != 0xda) {
            position++;
        }
        return position;
    }
}
