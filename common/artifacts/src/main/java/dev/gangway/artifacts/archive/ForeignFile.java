package dev.gangway.artifacts.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.HexFormat;

/** What is sent instead of a ZIP archive, told by the bytes that it begins with. */
enum ForeignFile {
    SEVEN_ZIP("377abcaf271c", 0, "a 7z archive"),
    RAR("526172211a07", 0, "a RAR archive"),
    GZIP("1f8b", 0, "packed with gzip, as .tar.gz and .tgz are"),
    BZIP2("425a68", 0, "packed with bzip2, as .tar.bz2 is"),
    XZ("fd377a585a00", 0, "packed with XZ, as .tar.xz is"),
    ZSTANDARD("28b52ffd", 0, "packed with Zstandard, as .tar.zst is"),
    TAR("7573746172", 257, "a tar archive"),
    PNG("89504e47", 0, "a PNG image"),
    JPEG("ffd8ff", 0, "a JPEG image"),
    PDF("25504446", 0, "a PDF document");

    private static final String ZIP = "504b0304";
    private static final int BEGINNING = 512;

    private final String signature;
    private final int at;
    private final String name;

    ForeignFile(String signature, int at, String name) {
        this.signature = signature;
        this.at = at;
        this.name = name;
    }

    /** Why what begins so cannot be read, as the end of a sentence, where a reader of archives failed for {@code failure}. */
    static String reason(byte[] beginning, Exception failure) {
        if (beginning.length == 0) {
            return "nothing was sent";
        }
        for (ForeignFile each : values()) {
            if (each.isAt(beginning)) {
                return "this is " + each.name + "; pack the files as ZIP";
            }
        }
        return begins(beginning, ZIP, 0)
                ? "it is damaged or cut off: its table of contents, which is at the end, cannot be read"
                : String.valueOf(failure.getMessage());
    }

    private boolean isAt(byte[] beginning) {
        return begins(beginning, signature, at);
    }

    private static boolean begins(byte[] content, String signature, int at) {
        int end = at + signature.length() / 2;
        return content.length >= end
                && HexFormat.of().formatHex(content, at, end).equals(signature);
    }

    /** As much of what {@code file} begins with as it takes to tell. */
    static byte[] beginning(SeekableByteChannel file) throws IOException {
        ByteBuffer beginning = ByteBuffer.allocate(BEGINNING);
        file.position(0);
        for (int read = 0; read >= 0 && beginning.hasRemaining(); ) {
            read = file.read(beginning);
        }
        return Arrays.copyOf(beginning.array(), beginning.position());
    }
}
