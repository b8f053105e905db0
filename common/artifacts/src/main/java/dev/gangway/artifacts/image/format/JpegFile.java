package dev.gangway.artifacts.image.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes JPEG files apart: frame, tables and scans stay, and of applications' segments those two that say how colours are encoded
 * (JFIF's and Adobe's). Bytes that belong to no segment are passed over, as every viewer does it.
 */
final class JpegFile {

    /** What an EXIF segment begins with; the block stands behind it. */
    static final int EXIF_PREAMBLE = 6;

    private static final int MARKER = 0xff;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_IMAGE = 0xd8;
    private static final int START_OF_SCAN = 0xda;
    private static final int NUMBER_OF_LINES = 0xdc;
    private static final int APPLICATION = 0xe0;
    private static final int LAST_APPLICATION = 0xef;
    private static final int EXIF = 0xe1;
    private static final int PROFILE = 0xe2;
    private static final int ADOBE = 0xee;
    private static final int COMMENT = 0xfe;
    private static final int FIRST_SEGMENT = 0xc0;
    private static final int FIRST_RESTART = 0xd0;
    private static final int ADOBE_CONTENT = 12;
    private static final int SHORT = 0xffff;
    private static final int SEARCHED = 1024;
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0};
    private static final byte[] PLAIN_JFIF = {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};

    private final byte[] file;
    private final ByteArrayOutputStream essence;
    private final JpegProfile profile = new JpegProfile();
    private final List<PictureNote> notes = new ArrayList<>();
    private final int start;
    private int at;
    private int stray;
    private int scans;
    private JpegFrame frame;
    private byte[] exif = new byte[0];
    private boolean ended;

    private JpegFile(byte[] file, int start) {
        this.file = file;
        this.start = start;
        this.at = start + 2;
        this.essence = new ByteArrayOutputStream(file.length);
    }

    /** The JPEG file that begins at {@code start}. */
    static ImageFile of(byte[] file, int start) throws MalformedFileException {
        return new JpegFile(file, start).read();
    }

    /** The JPEG file behind a few bytes that do not belong to it, if there is one. */
    static Optional<ImageFile> behindOtherBytes(byte[] file) throws MalformedFileException {
        for (int position = 1; position < Math.min(SEARCHED, file.length - 2); position++) {
            if (startsImage(file, position) && ForeignFormat.nameOf(file).isEmpty()) {
                return Optional.of(of(file, position));
            }
        }
        return Optional.empty();
    }

    static boolean startsWithExif(byte[] file, int from, int to) {
        byte[] preamble = {'E', 'x', 'i', 'f', 0, 0};
        return to - from >= EXIF_PREAMBLE
                && Arrays.equals(file, from, from + EXIF_PREAMBLE, preamble, 0, EXIF_PREAMBLE);
    }

    private static boolean startsImage(byte[] file, int position) {
        return unsigned(file[position]) == MARKER
                && unsigned(file[position + 1]) == START_OF_IMAGE
                && unsigned(file[position + 2]) == MARKER;
    }

    private static int unsigned(byte value) {
        return Byte.toUnsignedInt(value);
    }

    private ImageFile read() throws MalformedFileException {
        note(start, "leading-bytes", " before the picture passed over");
        put(START_OF_IMAGE);
        while (!ended && nextMarker()) {
            int marker = unsigned(file[at - 1]);
            if (marker == END_OF_IMAGE || (marker == START_OF_IMAGE && scans > 0)) {
                ended = marker == END_OF_IMAGE;
                break;
            }
            if (!readSegment(marker)) {
                break;
            }
        }
        put(END_OF_IMAGE);
        if (scans == 0) {
            throw new MalformedFileException("damaged JPEG file: it ends before its picture begins");
        }
        note(stray, "stray-bytes", " between the picture's parts passed over");
        noteTheEnd();
        boolean broken = profile.isBrokenFor(frame.components());
        if (broken) {
            notes.add(new PictureNote(
                    "colour-profile-left-out", "the colour profile is broken or of other colours, and is left out"));
        }
        return new ImageFile(
                ImageFormat.JPEG,
                frame.header(scans),
                essence.toByteArray(),
                profile.of(frame.components()),
                exif,
                true,
                notes);
    }

    /** Goes behind the next marker; false when there is none. */
    private boolean nextMarker() {
        while (at + 1 < file.length) {
            int following = unsigned(file[at + 1]);
            if (unsigned(file[at]) == MARKER
                    && following >= FIRST_SEGMENT
                    && following != MARKER
                    && !isRestart(following)) {
                at += 2;
                return true;
            }
            // Any number of the marker's first byte may stand before it.
            stray += unsigned(file[at]) == MARKER && following == MARKER ? 0 : 1;
            at++;
        }
        at = file.length;
        return false;
    }

    private static boolean isRestart(int marker) {
        return marker >= FIRST_RESTART && marker < START_OF_IMAGE;
    }

    /** Reads the segment behind a marker; false when the file ends within it. */
    private boolean readSegment(int marker) throws MalformedFileException {
        if (marker == START_OF_IMAGE) {
            return true;
        }
        if (file.length - at < 2) {
            return false;
        }
        int length = ByteBuffer.wrap(file).getShort(at) & SHORT;
        if (length < 2) {
            // Shorter than its own length field: no segment, but no reason to end either.
            stray += 2;
            return true;
        }
        if (length > file.length - at) {
            return false;
        }
        int content = at + 2;
        at += length;
        return readContent(marker, content, at);
    }

    private boolean readContent(int marker, int content, int end) throws MalformedFileException {
        if (marker >= APPLICATION && marker <= LAST_APPLICATION) {
            readApplications(marker, content, end);
        } else if (marker == START_OF_SCAN) {
            return readScan(content, end);
        } else if (marker != COMMENT && marker != NUMBER_OF_LINES) {
            if (JpegFrame.isFrame(marker)) {
                readFrame(marker, content, end);
            }
            keep(marker, content, end);
        }
        return true;
    }

    private void readFrame(int marker, int content, int end) throws MalformedFileException {
        if (frame != null) {
            throw new MalformedFileException("damaged JPEG file: it has two frames");
        }
        frame = JpegFrame.of(marker, Arrays.copyOfRange(file, content, end));
    }

    private void readApplications(int marker, int content, int end) {
        if (marker == EXIF && exif.length == 0 && startsWithExif(file, content, end)) {
            exif = Arrays.copyOfRange(file, content + EXIF_PREAMBLE, end);
        } else if (marker == PROFILE) {
            profile.add(file, content, end);
        } else if (marker == ADOBE && end - content >= ADOBE_CONTENT && scans == 0) {
            keep(marker, content, end);
        } else if (marker == APPLICATION && begins(content, end) && essence.size() == 2) {
            put(APPLICATION);
            essence.write(0);
            essence.write(PLAIN_JFIF.length + 2);
            essence.writeBytes(PLAIN_JFIF);
        }
    }

    private boolean begins(int content, int end) {
        return end - content >= JFIF.length
                && Arrays.equals(file, content, content + JFIF.length, JFIF, 0, JFIF.length);
    }

    /** Keeps a scan's header and its data; false when nothing follows. */
    private boolean readScan(int content, int end) throws MalformedFileException {
        if (frame == null) {
            throw new MalformedFileException("damaged JPEG file: it has no frame");
        }
        int data = end;
        while (at + 1 < file.length && !endsData(unsigned(file[at]), unsigned(file[at + 1]))) {
            at++;
        }
        at = at + 1 < file.length ? at : file.length;
        if (at > data) {
            scans++;
            keep(START_OF_SCAN, content, end);
            essence.write(file, data, at - data);
        }
        return at < file.length;
    }

    /** Within data a marker's first byte is stuffed with a zero; restarts belong to the data. */
    private static boolean endsData(int value, int following) {
        return value == MARKER && following >= FIRST_SEGMENT && following != MARKER && !isRestart(following);
    }

    private void noteTheEnd() {
        int left = file.length - at;
        if (!ended) {
            notes.add(new PictureNote("no-end", "the JPEG file has no end marker"));
        } else if (left > 2 && startsImage(file, at)) {
            notes.add(new PictureNote(
                    "further-pictures", "the file holds further pictures behind the first, which are passed over"));
        } else {
            note(left, "trailing-bytes", " behind the picture's end passed over");
        }
    }

    private void note(int bytes, String code, String text) {
        if (bytes > 0) {
            notes.add(new PictureNote(code, (bytes == 1 ? "1 byte" : bytes + " bytes") + text));
        }
    }

    private void keep(int marker, int content, int end) {
        put(marker);
        essence.write(file, content - 2, end - content + 2);
    }

    private void put(int marker) {
        essence.write(MARKER);
        essence.write(marker);
    }
}
