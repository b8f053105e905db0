package dev.gangway.artifacts.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Archives that a test puts together as other packers do. */
final class PackedFiles {

    static final int FILE_BYTES = 1000;
    static final ArchiveLimits LIMITS = new ArchiveLimits(50, 1 << 20, 1 << 20, 100, 1 << 20);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    /** Names in {@code charset}, without saying so unless it is UTF-8. */
    static PackedFiles named(Charset charset) {
        PackedFiles files = new PackedFiles();
        files.zip.setEncoding(charset.name());
        files.zip.setUseLanguageEncodingFlag(charset.equals(StandardCharsets.UTF_8));
        return files;
    }

    static PackedFiles unicode() {
        return named(StandardCharsets.UTF_8);
    }

    PackedFiles with(String... names) throws IOException {
        for (String name : names) {
            with(new ZipArchiveEntry(name), name.endsWith("/") ? new byte[0] : new byte[] {1, 2, 3});
        }
        return this;
    }

    PackedFiles with(ZipArchiveEntry entry, byte[] content) throws IOException {
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
        return this;
    }

    /** An entry that claims another way of being packed than it has. */
    PackedFiles claiming(String name, int method) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(method);
        entry.setSize(3);
        entry.setCompressedSize(3);
        CRC32 sum = new CRC32();
        sum.update(new byte[] {1, 2, 3});
        entry.setCrc(sum.getValue());
        zip.addRawArchiveEntry(entry, new ByteArrayInputStream(new byte[] {1, 2, 3}));
        return this;
    }

    PackedFiles commented(String comment) {
        zip.setComment(comment);
        return this;
    }

    PackedFiles of64Bits() {
        zip.setUseZip64(Zip64Mode.Always);
        return this;
    }

    byte[] packed() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    ArchiveContents contents() throws IOException, ArchiveRefusedException {
        return contents(packed());
    }

    /** What is packed in {@code packed}, as it is received where there is room. */
    static ReceivedArchive open(byte[] packed) throws IOException, ArchiveRefusedException {
        return open(packed, MemoryRoom.ofHeap());
    }

    static ReceivedArchive open(byte[] packed, MemoryRoom room) throws IOException, ArchiveRefusedException {
        return new Archives(LIMITS, room).open(new SeekableInMemoryByteChannel(packed), FILE_BYTES);
    }

    static ArchiveContents contents(byte[] packed) throws IOException, ArchiveRefusedException {
        try (ReceivedArchive archive = open(packed)) {
            return archive.contents();
        }
    }

    static List<String> names(ArchiveContents contents) {
        return contents.files().stream().map(ArchiveFile::name).toList();
    }

    /** An archive of one file whose table of contents names it {@code entries} times; {@code notes} stand before its content. */
    static byte[] sharing(int entries, byte[] notes) throws IOException {
        ByteBuffer packed =
                ByteBuffer.allocate(100 + notes.length + entries * 60).order(ByteOrder.LITTLE_ENDIAN);
        packed.putInt(0x04034B50).putShort((short) 10).position(26);
        packed.putShort((short) 5)
                .putShort((short) notes.length)
                .put("a.png".getBytes(StandardCharsets.US_ASCII))
                .put(notes);
        int directory = packed.position();
        for (int i = 0; i < entries; i++) {
            int begin = packed.position();
            packed.putInt(0x02014B50).position(begin + 28);
            packed.putShort((short) 9).position(begin + 46);
            packed.put(String.format(Locale.ROOT, "%05d.png", i).getBytes(StandardCharsets.US_ASCII));
        }
        int end = packed.position();
        packed.putInt(0x06054B50).putInt(0).putShort((short) entries).putShort((short) entries);
        packed.putInt(end - directory).putInt(directory).putShort((short) 0);
        return Arrays.copyOf(packed.array(), packed.position());
    }

    /** The position of the first four bytes that are {@code signature}, from {@code from} on. */
    static int find(byte[] packed, int signature, int from) {
        ByteBuffer buffer = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        int at = from;
        while (buffer.getInt(at) != signature) {
            at++;
        }
        return at;
    }
}
