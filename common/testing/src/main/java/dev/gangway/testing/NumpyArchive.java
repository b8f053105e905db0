package dev.gangway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads NumPy's NPZ format: a ZIP of NPY arrays, here of float64, float32, int64 and uint8 in C order. */
final class NumpyArchive {

    private static final Pattern HEADER =
            Pattern.compile("'descr': '([<|][a-z]\\d)', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\)");
    private static final int MAGIC_AND_VERSION = 8;

    private NumpyArchive() {}

    static Map<String, ReferenceArray> read(InputStream in) throws IOException {
        Map<String, ReferenceArray> arrays = new HashMap<>();
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName().replaceFirst("\\.npy$", "");
            arrays.put(name, array(name, ByteBuffer.wrap(zip.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN)));
        }
        return arrays;
    }

    private static ReferenceArray array(String name, ByteBuffer npy) throws IOException {
        npy.position(MAGIC_AND_VERSION);
        byte[] headerBytes = new byte[npy.getShort()];
        npy.get(headerBytes);
        String text = new String(headerBytes, StandardCharsets.US_ASCII);
        Matcher header = HEADER.matcher(text);
        if (!header.find()) {
            throw new IOException("array " + name + " has an unexpected header: " + text);
        }
        long[] shape = Arrays.stream(header.group(2).split(","))
                .map(String::strip)
                .filter(length -> !length.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
        int size = (int) Arrays.stream(shape).reduce(1, (product, length) -> product * length);
        return new ReferenceArray(shape, values(name, header.group(1), size, npy));
    }

    private static double[] values(String name, String type, int size, ByteBuffer npy) throws IOException {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = switch (type) {
                case "<f8" -> npy.getDouble();
                case "<f4" -> npy.getFloat();
                case "<i8" -> npy.getLong();
                case "|u1" -> Byte.toUnsignedInt(npy.get());
                default -> throw new IOException("array " + name + " has the unsupported type " + type);
            };
        }
        return values;
    }
}
