package dev.gangway.artifacts.image.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/** Goes through a PNG file's chunks, from the first behind the signature to the last that is whole. */
final class PngChunks {

    static final int SIGNATURE = 8;

    private static final int FRAME = 12;
    private static final int TYPE = 4;
    private static final int HEAD = 8;

    private final byte[] file;
    private int next = SIGNATURE;

    PngChunks(byte[] file) {
        this.file = file;
    }

    /**
     * A chunk in the file.
     *
     * @param type its four letters
     * @param start where its content begins
     * @param length of its content that is there
     * @param whole whether all of it is there, and as its checksum says
     */
    record Chunk(String type, int start, int length, boolean whole) {

        int end() {
            return start + length;
        }
    }

    /** The next chunk; nothing at the end of the file, or where no chunk can begin. */
    Optional<Chunk> next() {
        if (file.length - next < HEAD) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(file, next, TYPE).getInt();
        String type = new String(file, next + TYPE, TYPE, StandardCharsets.ISO_8859_1);
        if (length < 0 || !isType(type)) {
            return Optional.empty();
        }
        int start = next + HEAD;
        boolean all = length <= file.length - next - FRAME;
        int there = all ? length : Math.min(length, file.length - start);
        next = all ? next + FRAME + length : file.length;
        return Optional.of(new Chunk(type, start, there, all && isIntact(start, length)));
    }

    /** How many bytes no chunk was made of. */
    int left() {
        return file.length - next;
    }

    private boolean isIntact(int start, int length) {
        CRC32 sum = new CRC32();
        sum.update(file, start - TYPE, length + TYPE);
        return (int) sum.getValue()
                == ByteBuffer.wrap(file, start + length, TYPE).getInt();
    }

    private static boolean isType(String type) {
        return type.chars().allMatch(letter -> (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z'));
    }
}
