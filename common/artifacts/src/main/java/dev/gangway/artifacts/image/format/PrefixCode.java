package dev.gangway.artifacts.image.format;

import java.util.Arrays;

/** A canonical prefix code of a lossless WebP picture (RFC 9649, section 3.7.2): shorter codes first, and those of one length by their symbols. */
final class PrefixCode {

    private static final int LONGEST = 15;
    private static final int LENGTHS = 19;
    private static final int LEAST_LENGTHS = 4;
    private static final int[] ORDER_OF_LENGTHS = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    private static final int FIRST_PREVIOUS = 8;
    private static final int REPEAT_PREVIOUS = 16;
    private static final int REPEAT_ZERO = 17;

    private final int[] ofLength = new int[LONGEST + 1];
    private final int[] symbols;

    private PrefixCode(int[] lengths) throws MalformedFileException {
        int left = 1 << LONGEST;
        for (int length : lengths) {
            if (length > 0) {
                ofLength[length]++;
                left -= 1 << (LONGEST - length);
            }
        }
        this.symbols = new int[Arrays.stream(ofLength).sum()];
        if (symbols.length == 0 || (symbols.length > 1 && left != 0)) {
            throw broken();
        }
        int[] next = new int[LONGEST + 1];
        for (int length = 1; length < LONGEST; length++) {
            next[length + 1] = next[length] + ofLength[length];
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                symbols[next[lengths[symbol]]++] = symbol;
            }
        }
    }

    /** Reads the code of {@code size} symbols. */
    static PrefixCode of(LosslessBits bits, int size) throws MalformedFileException {
        return new PrefixCode(bits.isSet() ? simple(bits, size) : lengths(bits, size));
    }

    /** Reads one symbol; the only one there is takes no bits. */
    int read(LosslessBits bits) throws MalformedFileException {
        if (symbols.length == 1) {
            return symbols[0];
        }
        int code = 0;
        int first = 0;
        int place = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code = code << 1 | bits.read();
            first <<= 1;
            if (code - first < ofLength[length]) {
                return symbols[place + code - first];
            }
            place += ofLength[length];
            first += ofLength[length];
        }
        throw broken();
    }

    private static int[] simple(LosslessBits bits, int size) throws MalformedFileException {
        boolean two = bits.isSet();
        int[] lengths = new int[1 << Byte.SIZE];
        lengths[bits.read(bits.isSet() ? Byte.SIZE : 1)] = 1;
        if (two) {
            lengths[bits.read(Byte.SIZE)] = 1;
        }
        return Arrays.copyOf(lengths, Math.min(lengths.length, size));
    }

    private static int[] lengths(LosslessBits bits, int size) throws MalformedFileException {
        int[] ofLengths = new int[LENGTHS];
        int count = LEAST_LENGTHS + bits.read(4);
        for (int i = 0; i < count; i++) {
            ofLengths[ORDER_OF_LENGTHS[i]] = bits.read(3);
        }
        PrefixCode code = new PrefixCode(ofLengths);
        int left = bits.isSet() ? 2 + bits.read(2 + 2 * bits.read(3)) : size;
        int[] lengths = new int[size];
        int previous = FIRST_PREVIOUS;
        for (int symbol = 0; symbol < size && left > 0; left--) {
            int read = code.read(bits);
            if (read < REPEAT_PREVIOUS) {
                lengths[symbol++] = read;
                previous = read == 0 ? previous : read;
            } else {
                int end = symbol + repeats(bits, read);
                if (end > size) {
                    throw broken();
                }
                Arrays.fill(lengths, symbol, end, read == REPEAT_PREVIOUS ? previous : 0);
                symbol = end;
            }
        }
        return lengths;
    }

    private static int repeats(LosslessBits bits, int symbol) throws MalformedFileException {
        return switch (symbol) {
            case REPEAT_PREVIOUS -> 3 + bits.read(2);
            case REPEAT_ZERO -> 3 + bits.read(3);
            default -> 11 + bits.read(7);
        };
    }

    private static MalformedFileException broken() {
        return new MalformedFileException("damaged WebP file: a prefix code is none");
    }
}
