package dev.gangway.artifacts.image.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes WebP files apart: of a RIFF file's chunks the picture's and its opacity's stay. */
final class WebpFile {

    private static final Set<String> KNOWN = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ICCP", "EXIF", "ANIM", "ANMF");
    private static final Set<String> PIXELS = Set.of("VP8 ", "VP8L", "ALPH");
    static final int RIFF = 12;
    static final int HEAD = 8;
    private static final int ANIMATED = 0x02;
    private static final int OPACITY = 0x10;
    private static final int EXTENDED = 10;
    private static final int LOSSY_HEAD = 10;
    static final int LOSSLESS_HEAD = 5;
    private static final int LOSSLESS_SIGNATURE = 0x2f;
    private static final int SIDE_BITS = 14;
    private static final int SIDE = (1 << SIDE_BITS) - 1;

    private final ByteBuffer file;
    private final Map<String, byte[]> chunks = new LinkedHashMap<>();
    private final List<PictureNote> notes = new ArrayList<>();
    private boolean intact = true;

    private WebpFile(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ImageFile of(byte[] file) throws MalformedFileException {
        return new WebpFile(file).read();
    }

    private ImageFile read() throws MalformedFileException {
        readChunks();
        requireOnePicture();
        ImageHeader header = chunks.containsKey("VP8 ") ? lossy() : lossless();
        return new ImageFile(ImageFormat.WEBP, header, essence(header), profile(), exif(), intact, notes);
    }

    private void readChunks() {
        int end = (int) Math.min(file.capacity(), HEAD + Integer.toUnsignedLong(file.getInt(4)));
        int at = RIFF;
        while (end - at >= HEAD) {
            long length = Integer.toUnsignedLong(file.getInt(at + 4));
            int there = (int) Math.min(length, file.capacity() - at - HEAD);
            String type = new String(file.array(), at, 4, StandardCharsets.ISO_8859_1);
            intact &= there == length || !PIXELS.contains(type);
            if (KNOWN.contains(type)) {
                int kept = (int) (PIXELS.contains(type) ? Math.min(length, 2L * there) : there);
                chunks.putIfAbsent(type, filledUp(at + HEAD, there, kept));
            }
            at += HEAD + there + (there & 1);
        }
        if (file.capacity() > end + 1) {
            notes.add(new PictureNote(
                    "trailing-bytes", file.capacity() - end + " bytes behind the picture's end passed over"));
        }
    }

    /** Decoders show what is there of a picture if only the rest is there too, whatever it says. */
    private byte[] filledUp(int start, int there, int length) {
        byte[] chunk = new byte[length];
        file.get(start, chunk, 0, there);
        return chunk;
    }

    private void requireOnePicture() throws MalformedFileException {
        byte[] extended = chunks.getOrDefault("VP8X", new byte[1]);
        boolean animated = extended.length > 0 && (extended[0] & ANIMATED) != 0;
        if (animated || chunks.containsKey("ANIM") || chunks.containsKey("ANMF")) {
            throw new MalformedFileException("an animated WebP; send one of its pictures");
        }
        if (!chunks.containsKey("VP8 ") && !chunks.containsKey("VP8L")) {
            throw new MalformedFileException("damaged WebP file: it ends before its picture begins");
        }
    }

    private ImageHeader lossy() throws MalformedFileException {
        ByteBuffer picture = little("VP8 ", LOSSY_HEAD);
        int channels = chunks.containsKey("ALPH") ? 4 : 3;
        return header(picture.getShort(6) & SIDE, picture.getShort(8) & SIDE, channels, true);
    }

    private ImageHeader lossless() throws MalformedFileException {
        ByteBuffer picture = little("VP8L", LOSSLESS_HEAD);
        if (picture.get(0) != LOSSLESS_SIGNATURE) {
            throw new MalformedFileException("damaged WebP file: its picture is none");
        }
        int sizes = picture.getInt(1);
        boolean opacity = (sizes >>> (2 * SIDE_BITS) & 1) == 1;
        return header((sizes & SIDE) + 1, (sizes >>> SIDE_BITS & SIDE) + 1, opacity ? 4 : 3, false);
    }

    private static ImageHeader header(int width, int height, int channels, boolean lossy)
            throws MalformedFileException {
        if (width < 1 || height < 1) {
            throw new MalformedFileException("damaged WebP file: it has " + width + "x" + height + " pixels");
        }
        return new ImageHeader(width, height, channels, Byte.SIZE, 1, false, lossy);
    }

    private ByteBuffer little(String chunk, int least) throws MalformedFileException {
        byte[] content = chunks.get(chunk);
        if (content.length < least) {
            throw new MalformedFileException("damaged WebP file: it ends before its picture begins");
        }
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A picture with its own opacity, or a lossless one, is a file by itself; opacity beside a lossy one needs the extended form. */
    private byte[] essence(ImageHeader header) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(file.capacity());
        if (!header.lossy()) {
            put(body, "VP8L", chunks.get("VP8L"));
        } else {
            if (chunks.containsKey("ALPH")) {
                put(body, "VP8X", extended(header));
                put(body, "ALPH", chunks.get("ALPH"));
            }
            put(body, "VP8 ", chunks.get("VP8 "));
        }
        byte[] content = body.toByteArray();
        ByteArrayOutputStream whole = new ByteArrayOutputStream(content.length + RIFF);
        whole.writeBytes("RIFF".getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(word(content.length + 4));
        whole.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(content);
        return whole.toByteArray();
    }

    private static byte[] extended(ImageHeader header) {
        byte[] content = new byte[EXTENDED];
        content[0] = OPACITY;
        ByteBuffer.wrap(content)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(4, (short) (header.width() - 1))
                .putShort(7, (short) (header.height() - 1));
        return content;
    }

    private static void put(ByteArrayOutputStream out, String type, byte[] content) {
        out.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(word(content.length));
        out.writeBytes(content);
        if ((content.length & 1) == 1) {
            out.write(0);
        }
    }

    private static byte[] word(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private Optional<ColourProfile> profile() {
        if (!chunks.containsKey("ICCP")) {
            return Optional.empty();
        }
        Optional<ColourProfile> profile = ColourProfile.of(chunks.get("ICCP"), 3);
        if (profile.isEmpty()) {
            notes.add(new PictureNote(
                    "colour-profile-left-out", "the colour profile is broken or of other colours, and is left out"));
        }
        return profile;
    }

    /** Some writers leave JPEG's preamble in front of the block. */
    private byte[] exif() {
        byte[] block = chunks.getOrDefault("EXIF", new byte[0]);
        return JpegFile.startsWithExif(block, 0, block.length)
                ? Arrays.copyOfRange(block, JpegFile.EXIF_PREAMBLE, block.length)
                : block;
    }
}
