package dev.gangway.artifacts.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Puts EXIF blocks into image files, as cameras do. */
final class ExifFiles {

    private static final int ORIENTATION = 0x0112;
    private static final short SHORT = 3;
    private static final int AFTER_JPEG_START = 2;
    private static final int AFTER_PNG_HEADER = 33;

    private ExifFiles() {}

    /** A block with a maker's name before and a resolution behind the orientation. */
    static byte[] block(int orientation, ByteOrder order) {
        ByteBuffer block = ByteBuffer.allocate(62).order(order);
        block.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        block.putShort((short) 42).putInt(8).putShort((short) 3);
        block.putShort((short) 0x010f).putShort((short) 2).putInt(6).putInt(50);
        block.putShort((short) ORIENTATION).putShort(SHORT).putInt(1);
        block.putShort((short) orientation).putShort((short) 0);
        block.putShort((short) 0x0128).putShort(SHORT).putInt(1).putShort((short) 2);
        block.position(50).put("Maker\0".getBytes(StandardCharsets.US_ASCII));
        return block.array();
    }

    /** The JPEG file with the block in an APP1 segment before all others. */
    static byte[] inJpeg(byte[] jpeg, byte[] block) {
        byte[] preamble = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer segment = ByteBuffer.allocate(4 + preamble.length + block.length);
        segment.putShort((short) 0xffe1).putShort((short) (segment.capacity() - 2));
        segment.put(preamble).put(block);
        return inserted(jpeg, AFTER_JPEG_START, segment.array());
    }

    /** The PNG file with the block in an eXIf chunk behind its header. */
    static byte[] inPng(byte[] png, byte[] block) {
        return inserted(png, AFTER_PNG_HEADER, pngChunk("eXIf", block));
    }

    static byte[] pngChunk(String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length).putInt(content.length);
        chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        CRC32 checksum = new CRC32();
        checksum.update(chunk.array(), 4, 4 + content.length);
        return chunk.putInt((int) checksum.getValue()).array();
    }

    private static byte[] inserted(byte[] file, int at, byte[] part) {
        return ByteBuffer.allocate(file.length + part.length)
                .put(file, 0, at)
                .put(part)
                .put(file, at, file.length - at)
                .array();
    }
}
