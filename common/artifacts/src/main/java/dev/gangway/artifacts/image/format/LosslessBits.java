package dev.gangway.artifacts.image.format;

/** The bits of a lossless WebP picture, from the lowest of each byte on (RFC 9649, section 3.2). */
final class LosslessBits {

    private final byte[] stream;
    private final int end;
    private int at;
    private int bit;

    LosslessBits(byte[] stream, int from, int end) {
        this.stream = stream;
        this.at = from;
        this.end = end;
    }

    /** The next bits as a number, the first as its lowest. */
    int read(int count) throws MalformedFileException {
        int value = 0;
        for (int place = 0; place < count; place++) {
            value |= read() << place;
        }
        return value;
    }

    boolean isSet() throws MalformedFileException {
        return read() == 1;
    }

    /** The next bit. */
    int read() throws MalformedFileException {
        if (at >= end) {
            throw new MalformedFileException("damaged WebP file: it ends before its pixels begin");
        }
        int value = (stream[at] >>> bit) & 1;
        bit = (bit + 1) % Byte.SIZE;
        at += bit == 0 ? 1 : 0;
        return value;
    }
}
