package dev.gangway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;

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
}
