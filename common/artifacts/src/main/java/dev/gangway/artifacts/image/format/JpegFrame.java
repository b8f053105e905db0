package dev.gangway.artifacts.image.format;

import java.nio.ByteBuffer;

/**
 * What a JPEG file's frame says.
 *
 * @param width in pixels
 * @param height in pixels
 * @param components 1 (grey), 3 (colours) or 4 (inks)
 */
record JpegFrame(int width, int height, int components) {

    private static final int BASELINE = 0xc0;
    private static final int PROGRESSIVE = 0xc2;
    private static final int LAST_FRAME = 0xcf;
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int EXTENSION = 0xc8;
    private static final int ARITHMETIC_TABLES = 0xcc;
    private static final int LOSSLESS = 0xc3;
    private static final int ARITHMETIC = 0xc9;
    private static final int ARITHMETIC_PROGRESSIVE = 0xca;
    private static final int LEAST = 6;
    private static final int SHORT = 0xffff;

    static boolean isFrame(int marker) {
        return marker >= BASELINE
                && marker <= LAST_FRAME
                && marker != HUFFMAN_TABLES
                && marker != EXTENSION
                && marker != ARITHMETIC_TABLES;
    }

    static JpegFrame of(int marker, byte[] content) throws MalformedFileException {
        if (marker > PROGRESSIVE) {
            throw new MalformedFileException(kind(marker) + " is not read; baseline and progressive JPEG are");
        }
        if (content.length < LEAST) {
            throw new MalformedFileException("damaged JPEG file: its frame is broken");
        }
        if (content[0] != Byte.SIZE) {
            throw new MalformedFileException("a JPEG of " + content[0] + " bits a sample is not read; 8 bits are");
        }
        ByteBuffer frame = ByteBuffer.wrap(content);
        int height = frame.getShort(1) & SHORT;
        int width = frame.getShort(3) & SHORT;
        int components = content[LEAST - 1];
        if (height < 1 || width < 1) {
            throw new MalformedFileException("damaged JPEG file: it has " + width + "x" + height + " pixels");
        }
        if (components != 1 && components != 3 && components != 4) {
            throw new MalformedFileException("a JPEG of " + components + " components is not read");
        }
        return new JpegFrame(width, height, components);
    }

    ImageHeader header(int scans) {
        return new ImageHeader(width, height, components, Byte.SIZE, scans, scans == 1, true);
    }

    private static String kind(int marker) {
        if (marker == LOSSLESS) {
            return "lossless JPEG";
        }
        return marker == ARITHMETIC || marker == ARITHMETIC_PROGRESSIVE
                ? "JPEG with arithmetic coding"
                : "hierarchical or lossless JPEG";
    }
}
