package dev.gangway.gan.torchscript;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript archive around a text of code in TorchScript's serialised dialect.
 *
 * <p>The archive is a ZIP of uncompressed entries under one folder: the code, a pickled object of class {@code
 * __torch__.Ops} without parameters, an empty tuple of constants and the format's version.
 */
final class ScriptArchive {

    private static final String FOLDER = "operations/";

    /** Pickle protocol 2: {@code Ops()} with the state {@code {'training': True}}. */
    private static final byte[] OBJECT = concat(
            new byte[] {(byte) 0x80, 2, 'c'},
            ascii("__torch__\nOps\n"),
            new byte[] {')', (byte) 0x81, '}', '(', 'X', 8, 0, 0, 0},
            ascii("training"),
            new byte[] {(byte) 0x88, 'u', 'b', '.'});

    private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

    private ScriptArchive() {}

    /** The archive of the class {@code Ops} that the class path resource {@code name} defines. */
    static byte[] of(String name) {
        try (InputStream code = ScriptArchive.class.getResourceAsStream(name)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                store(zip, "data.pkl", OBJECT);
                store(zip, "code/__torch__.py", code.readAllBytes());
                store(zip, "constants.pkl", NO_CONSTANTS);
                store(zip, "version", ascii("3\n"));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + name + " cannot be read", e);
        }
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(FOLDER + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
