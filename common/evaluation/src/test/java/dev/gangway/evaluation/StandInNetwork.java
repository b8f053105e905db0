package dev.gangway.evaluation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small TorchScript files: an uncompressed ZIP of code, a pickled object without parameters, and no constants. */
final class StandInNetwork {

    /** Pickle protocol 2: {@code Net()} with the state {@code {'training': True}}. */
    private static final String OBJECT =
            "\u0080\u0002c__torch__\nNet\n)\u0081}(X\u0008\u0000\u0000\u0000training\u0088ub.";

    private static final String NO_CONSTANTS = "\u0080\u0002).";

    private StandInNetwork() {}

    /** Writes a network whose {@code forward} takes {@code x} and does what {@code body} says in TorchScript's serialised dialect. */
    static Path write(Path file, String result, String... body) throws IOException {
        String code = "class Net(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n"
                + "  def forward(self: __torch__.Net,\n    x: Tensor) -> " + result + ":\n    "
                + String.join("\n    ", body) + "\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "data.pkl", OBJECT);
            store(zip, "code/__torch__.py", code);
            store(zip, "constants.pkl", NO_CONSTANTS);
            store(zip, "version", "3\n");
        }
        return Files.write(file, bytes.toByteArray());
    }

    private static void store(ZipOutputStream zip, String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry("network/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
