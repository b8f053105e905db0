package dev.gangway.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Archives and pictures as people send them, each of which has something that a strict reader would stumble over. */
public final class SampleCases {

    private SampleCases() {}

    /** The bytes of the archive {@code name} ({@code zip-nfd.zip}). */
    public static byte[] read(String name) {
        try (InputStream sample = SampleCases.class.getResourceAsStream("/cases/" + name)) {
            if (sample == null) {
                throw new NoSuchElementException("there is no sample case " + name);
            }
            return sample.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files in the archive {@code name} by their names, in its order. */
    public static Map<String, byte[]> files(String name) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(read(name)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
