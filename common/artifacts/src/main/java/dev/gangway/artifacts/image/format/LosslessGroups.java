package dev.gangway.artifacts.image.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/**
 * How many groups of prefix codes a lossless WebP picture has. A decoder makes tables of each, some 20 kB, before the first pixel. How many there are
 * is the largest value in a picture of its own, the entropy image; a file of 200 kB may ask for tables of a gigabyte.
 *
 * <p>What stands before the groups is walked through as RFC 9649 has it. Pixels are not kept: a reference to earlier ones
 * brings no value that was not there.
 */
final class LosslessGroups {

    private static final int COLOURS = 256;
    private static final int LENGTHS = 24;
    private static final int DISTANCES = 40;
    private static final int MOST_CACHE_BITS = 11;
    private static final int PLAIN_PREFIXES = 4;
    private static final int PACKING = 0x03;
    private static final int LOSSLESS = 1;

    private final LosslessBits bits;

    private enum Transform {
        PREDICTOR,
        COLOUR,
        SUBTRACT_GREEN,
        COLOUR_INDEXING
    }

    private LosslessGroups(LosslessBits bits) {
        this.bits = bits;
    }

    /**
     * Counts those that a decoder keeps: no more than there are places for.
     *
     * @param webp the picture, lossless or with an opacity that is; 0 for others
     * @throws MalformedFileException when it cannot be decoded, or has a transform twice
     */
    static int of(ImageFile webp) throws MalformedFileException {
        byte[] file = webp.essence();
        ByteBuffer words = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = WebpFile.RIFF;
        while (at < file.length) {
            String chunk = new String(file, at, Integer.BYTES, StandardCharsets.ISO_8859_1);
            int length = words.getInt(at + Integer.BYTES);
            int start = at + WebpFile.HEAD;
            int head = chunk.equals("VP8L") ? WebpFile.LOSSLESS_HEAD : 1;
            if (chunk.equals("VP8L") || (chunk.equals("ALPH") && length > 0 && (file[start] & PACKING) == LOSSLESS)) {
                LosslessBits bits = new LosslessBits(file, start + head, start + length);
                return new LosslessGroups(bits)
                        .count(webp.header().width(), webp.header().height());
            }
            at = start + length + (length & 1);
        }
        return 0;
    }

    private int count(int width, int height) throws MalformedFileException {
        int packed = readTransforms(width, height);
        readCacheBits();
        if (!bits.isSet()) {
            return 1;
        }
        int shift = 2 + bits.read(3);
        int columns = divided(packed, shift);
        int rows = divided(height, shift);
        return Math.min(readImage(columns, rows) + 1, columns * rows);
    }

    /** Passes over the transforms; returns how wide the picture is in them. */
    private int readTransforms(int width, int height) throws MalformedFileException {
        Set<Transform> seen = EnumSet.noneOf(Transform.class);
        int packed = width;
        while (bits.isSet()) {
            Transform transform = Transform.values()[bits.read(2)];
            if (!seen.add(transform)) {
                throw new MalformedFileException("damaged WebP file: it has a transform twice");
            }
            packed = readTransform(transform, packed, height);
        }
        return packed;
    }

    private int readTransform(Transform transform, int width, int height) throws MalformedFileException {
        return switch (transform) {
            case PREDICTOR, COLOUR -> {
                int shift = 2 + bits.read(3);
                readImage(divided(width, shift), divided(height, shift));
                yield width;
            }
            case SUBTRACT_GREEN -> width;
            case COLOUR_INDEXING -> {
                int colours = 1 + bits.read(Byte.SIZE);
                readImage(colours, 1);
                yield divided(width, packing(colours));
            }
        };
    }

    /** Of how many pixels, as a power of two, the indices share a byte. */
    private static int packing(int colours) {
        if (colours > 16) {
            return 0;
        }
        return colours > 4 ? 1 : colours > 2 ? 2 : 3;
    }

    private static int divided(int size, int shift) {
        return (size + (1 << shift) - 1) >> shift;
    }

    private int readCacheBits() throws MalformedFileException {
        if (!bits.isSet()) {
            return 0;
        }
        int read = bits.read(4);
        if (read < 1 || read > MOST_CACHE_BITS) {
            throw new MalformedFileException("damaged WebP file: it has a cache of 2^" + read + " colours");
        }
        return read;
    }

    /** Passes over a picture within the picture; returns the largest number that red and green make. */
    private int readImage(int columns, int rows) throws MalformedFileException {
        int cacheBits = readCacheBits();
        int cached = cacheBits == 0 ? 0 : 1 << cacheBits;
        PrefixCode green = PrefixCode.of(bits, COLOURS + LENGTHS + cached);
        PrefixCode red = PrefixCode.of(bits, COLOURS);
        PrefixCode blue = PrefixCode.of(bits, COLOURS);
        PrefixCode alpha = PrefixCode.of(bits, COLOURS);
        PrefixCode distance = PrefixCode.of(bits, DISTANCES);
        int largest = 0;
        for (int pixel = 0; pixel < columns * rows; pixel++) {
            int symbol = green.read(bits);
            if (symbol < COLOURS) {
                largest = Math.max(largest, red.read(bits) << Byte.SIZE | symbol);
                blue.read(bits);
                alpha.read(bits);
            } else if (symbol < COLOURS + LENGTHS) {
                pixel += readNumber(symbol - COLOURS) - 1;
                readNumber(distance.read(bits));
            }
        }
        return largest;
    }

    /** A length or distance, of which the prefix says how many bits follow. */
    private int readNumber(int prefix) throws MalformedFileException {
        if (prefix < PLAIN_PREFIXES) {
            return prefix + 1;
        }
        int extra = (prefix - 2) >> 1;
        return ((2 + (prefix & 1)) << extra) + bits.read(extra) + 1;
    }
}
