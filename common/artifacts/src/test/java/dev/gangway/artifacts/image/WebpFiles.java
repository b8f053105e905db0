package dev.gangway.artifacts.image;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** WebP files, from an encoder or bit by bit. */
final class WebpFiles {

    /** What a picture is made of that has groups of codes: blocks of one colour each. */
    static final int BLOCK = 4;

    private WebpFiles() {}

    /** What Google's encoder makes of a picture. */
    static byte[] encoded(BufferedImage picture, CompressionType type, Consumer<WebPWriteParam> settings)
            throws IOException {
        // Loaded as the program loads it, and not once more by the encoder.
        WebpLibrary.reader().dispose();
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        WebPWriteParam param = new WebPWriteParam(Locale.ROOT);
        param.setCompressionType(type);
        settings.accept(param);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /** Chunks by their names, one after the other. */
    static byte[] file(Object... chunks) {
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

    /** A lossless picture of blocks of one colour, each of which names its group; group i has the colour {@code i}, from blue on. */
    static byte[] grouped(int width, int height, int groups, int... groupOfBlock) {
        Bits bits = losslessHead(width, height);
        // No transform, no cache of colours; groups of codes, for each four times four pixels.
        bits.add(0b100, 3);
        bits.add(0, 3);
        // The picture of groups has no cache either, and codes of eight bits for green and red.
        bits.add(0, 1);
        bits.addCodeOfBytes();
        bits.addCodeOfBytes();
        for (int i = 0; i < 3; i++) {
            bits.addOnlySymbol(0);
        }
        for (int group : groupOfBlock) {
            bits.addReversed(group & 0xff);
            bits.addReversed(group >> 8);
        }
        for (int group = 0; group < groups; group++) {
            bits.addOnlySymbol(group >> 8 & 0xff);
            bits.addOnlySymbol(group >> 16);
            bits.addOnlySymbol(group & 0xff);
            bits.addOnlySymbol(255);
            bits.addOnlySymbol(0);
        }
        return file("VP8L", bits.bytes());
    }

    /** Signature, size, no opacity and version 0. */
    static Bits losslessHead(int width, int height) {
        Bits bits = new Bits();
        bits.add(0x2f, 8);
        bits.add(width - 1, 14);
        bits.add(height - 1, 14);
        bits.add(0, 1 + 3);
        return bits;
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    /** Bits from the lowest of each byte on. */
    static final class Bits {

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

        /** A code of eight bits begins with its highest. */
        void addReversed(int value) {
            add(Integer.reverse(value) >>> 24, 8);
        }

        /** A simple code of one symbol, which takes no bits. */
        void addOnlySymbol(int symbol) {
            add(0b101, 3);
            add(symbol, 8);
        }

        /** A code in which each of 256 symbols takes eight bits. */
        void addCodeOfBytes() {
            add(0, 1);
            // Of the twelve lengths that a code may have first, eight is the last; as the only one it takes no bits.
            add(12 - 4, 4);
            add(0, 11 * 3);
            add(1, 3);
            // It is that of the first 256 symbols.
            add(1, 1);
            add(3, 3);
            add(256 - 2, 8);
        }

        byte[] bytes() {
            bytes.write(current);
            bytes.write(0);
            return bytes.toByteArray();
        }
    }
}
