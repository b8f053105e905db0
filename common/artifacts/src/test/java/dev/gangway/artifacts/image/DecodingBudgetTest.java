package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.image.format.ImageFile;
import dev.gangway.testing.SampleCases;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file may cost that somebody made to be expensive. */
@Timeout(20)
class DecodingBudgetTest {

    private static final int MIB = 1 << 20;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "10, 10 scans over 36000000 pixels are more than",
        "20, 20 scans over 36000000 pixels are more than",
        "5000, 5000 scans are more than the 100"
    })
    void aFewBytesThatSendTheDecoderOverAHugePictureAgainAndAgainAreRefusedUnread(int scans, String reason) {
        assertThatThrownBy(() -> decoder.decode("scans.jpg", progressive(6000, 6000, scans)))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aProgressiveJpegAsCamerasMakeItIsRead() throws Exception {
        assertThat(decoder.decode("progressive.jpg", progressive(48, 64, 10)).height())
                .isEqualTo(48);
    }

    @Test
    void aPictureThatTheMemoryDoesNotHoldIsRefusedUnread() {
        ImageDecoder small = new ImageDecoder(ImageLimits.DEFAULT, new DecodingRoom(64L * MIB, 1), Clock.systemUTC());

        assertThatThrownBy(() -> small.decode("blank.png", blankPng(6300, 6300)))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("6300x6300 pixels")
                .hasMessageContaining("MiB of memory, more than the 64 there are for it");
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR})
    void aPngIsDecodedIntoTheSamplesThatAreKept(int type) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(4, 3, type), "png", file)).isTrue();
        ImageFile png = ImageFile.of(file.toByteArray());
        ImageReader reader = ImageReaders.of(png);
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(png.essence())), true, true);

        BufferedImage target = PictureReading.offered(reader, png.header());

        assertThat(DecodedPixels.of(target, png.header().channels()).array())
                .isSameAs(((DataBufferByte) target.getRaster().getDataBuffer()).getData());
    }

    @Test
    void howeverManyMakeSquaresAtOnceTheirPicturesNeverTakeMoreThanThereIs() throws Exception {
        byte[] file = blankPng(1000, 1000);
        DecodingRoom room = new DecodingRoom(5L * MIB, 8);
        ImageDecoder shared = new ImageDecoder(ImageLimits.DEFAULT, room, Clock.systemUTC());
        DecodingRoom.Place taken = room.enter(3L * MIB, () -> false);

        CompletableFuture<PixelImage> square = CompletableFuture.supplyAsync(() -> {
            try {
                return shared.square("blank.png", file, Optional.empty(), new SquareResize(8), () -> false);
            } catch (UnreadableImageException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(square).isNotDone();
        taken.leave();
        assertThat(square.join()).isEqualTo(Pictures.grey(8, 0));
        room.enter(5L * MIB, () -> false).leave();
    }

    @Test
    void notesThatUnpackToAnySizeAreNotUnpacked() throws Exception {
        PixelImage image = Pictures.noise(8, 1);
        byte[] bomb = deflated(new byte[200 * MIB]);
        ByteBuffer profile =
                ByteBuffer.allocate(bomb.length + 3).put(new byte[] {'p', 0, 0}).put(bomb);
        byte[] file = PngEncoder.encode(image);
        for (String chunk : new String[] {"iCCP", "zTXt", "iTXt"}) {
            file = inserted(file, ExifFiles.pngChunk(chunk, profile.array()));
        }

        assertThat(decoder.decode("bomb.png", file)).isEqualTo(image);
    }

    @Test
    void decodingEndsWhenItsTimeIsOver() {
        ImageLimits limits = new ImageLimits(MIB, MIB, Duration.ofSeconds(20));
        ImageDecoder slow = new ImageDecoder(limits, new DecodingRoom(64L * MIB, 1), new TickingClock());

        for (byte[] file : new byte[][] {PngEncoder.encode(Pictures.noise(200, 1)), progressive(480, 640, 9)}) {
            assertThatThrownBy(() -> slow.decode("slow", file))
                    .isInstanceOf(UnreadableImageException.class)
                    .hasMessage("slow: decoding takes more than the 20.0 s of a processor that it may");
        }
    }

    @Test
    void onlyTheWorkOfTheThreadThatDecodesIsCounted() throws Exception {
        ProcessorClock clock = new ProcessorClock();
        Duration work = Duration.ofMillis(100);
        Instant before = clock.instant();
        Thread other = new Thread(() -> {
            Instant end = clock.instant().plus(work);
            while (clock.instant().isBefore(end)) {
                Thread.onSpinWait();
            }
        });
        other.start();
        other.join();

        assertThat(Duration.between(before, clock.instant())).isLessThan(work);
    }

    @Test
    void decodingEndsWhenNobodyWaitsForIt() {
        byte[] file = PngEncoder.encode(Pictures.noise(200, 1));
        AtomicInteger looks = new AtomicInteger();

        assertThatThrownBy(() -> decoder.decode("left.png", file, () -> looks.incrementAndGet() > 20))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void whoFindsNoRoomWaitsForItOrUntilNobodyWaitsForHim() {
        DecodingRoom room = new DecodingRoom(10L * MIB, 2);
        DecodingRoom.Place first = room.enter(6L * MIB, () -> false);

        assertThatThrownBy(() -> room.enter(6L * MIB, () -> true)).isInstanceOf(CancellationException.class);
        CompletableFuture<Void> second = CompletableFuture.runAsync(
                () -> room.enter(6L * MIB, () -> false).leave());
        assertThat(second).isNotDone();
        first.leave();
        second.join();
        room.enter(10L * MIB, () -> false).leave();
    }

    /** A JPEG of some kilobytes with the size and the number of scans that are wanted. */
    private static byte[] progressive(int height, int width, int scans) {
        byte[] file = SampleCases.files("jpeg-colours.zip").get("images/progressive.jpg");
        int frame = after(file, 0xc2, 0);
        ByteBuffer.wrap(file).putShort(frame + 3, (short) height).putShort(frame + 5, (short) width);
        int last = 0;
        int found = 0;
        for (int at = after(file, 0xda, 0); at > 0; at = after(file, 0xda, at)) {
            last = at - 2;
            found++;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, file.length - 2);
        for (int more = found; more < scans; more++) {
            out.write(file, last, file.length - 2 - last);
        }
        out.write(file, file.length - 2, 2);
        return out.toByteArray();
    }

    /** Where the next segment of a kind begins behind its marker; 0 when there is none. */
    private static int after(byte[] jpeg, int marker, int from) {
        for (int at = from; at + 1 < jpeg.length; at++) {
            if (jpeg[at] == (byte) 0xff && jpeg[at + 1] == (byte) marker) {
                return at + 2;
            }
        }
        return 0;
    }

    private static byte[] blankPng(int height, int width) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ByteBuffer.allocate(8).putLong(0x89504e470d0a1a0aL).array());
        file.writeBytes(ExifFiles.pngChunk("IHDR", header.array()));
        file.writeBytes(ExifFiles.pngChunk("IDAT", deflated(new byte[height * (1 + 3 * width)])));
        file.writeBytes(ExifFiles.pngChunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    private static byte[] inserted(byte[] png, byte[] chunk) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(png, 0, 33);
        file.writeBytes(chunk);
        file.write(png, 33, png.length - 33);
        return file.toByteArray();
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length / 100 + 1000];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    /** A second passes whenever somebody looks. */
    private static final class TickingClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
