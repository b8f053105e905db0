package dev.gangway.artifacts.image.format;

import dev.gangway.artifacts.image.format.PngChunks.Chunk;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A PNG file that holds nothing but what the pixels need of another, with checksums that fit. */
final class PngEssence {

    private static final int HEADER = 13;
    private static final int COLOUR = 9;
    private static final byte PALETTE = 3;

    private final byte[] file;
    private final ByteArrayOutputStream essence;

    /** Nothing yet of {@code file}. */
    PngEssence(byte[] file) {
        this.file = file;
        this.essence = new ByteArrayOutputStream(file.length);
        essence.write(file, 0, PngChunks.SIGNATURE);
    }

    /** How many colours the palette has, which then stands behind the header; 0 without one. */
    static int paletteColours(byte[] essence) {
        int header = PngChunks.SIGNATURE + 2 * Integer.BYTES;
        int palette = header + HEADER + Integer.BYTES;
        return essence[header + COLOUR] == PALETTE ? ByteBuffer.wrap(essence).getInt(palette) / 3 : 0;
    }

    /** Adds a chunk of the file. */
    void keep(Chunk chunk) {
        put(chunk.type(), file, chunk.start(), chunk.length());
    }

    /** Begins anew with a palette in place of greys; nothing but the {@code header} was kept so far. */
    void begin(ByteBuffer header, PackedGrey greys) {
        byte[] described = new byte[HEADER];
        header.get(0, described);
        described[COLOUR] = PALETTE;
        essence.reset();
        essence.write(file, 0, PngChunks.SIGNATURE);
        put("IHDR", described, 0, HEADER);
        put("PLTE", greys.palette(), 0, greys.palette().length);
        put("tRNS", greys.opacities(), 0, greys.opacities().length);
    }

    /** The file, with its end. */
    byte[] finished() {
        put("IEND", file, 0, 0);
        return essence.toByteArray();
    }

    private void put(String type, byte[] source, int start, int length) {
        byte[] letters = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(letters);
        sum.update(source, start, length);
        essence.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        essence.writeBytes(letters);
        essence.write(source, start, length);
        essence.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array());
    }
}
