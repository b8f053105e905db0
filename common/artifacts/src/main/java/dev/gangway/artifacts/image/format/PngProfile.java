package dev.gangway.artifacts.image.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/** Unpacks a PNG file's iCCP chunk, of which a few bytes may claim any number. */
final class PngProfile {

    private static final int LONGEST_NAME = 79;
    private static final int LARGEST = 4 << 20;

    private PngProfile() {}

    /** The profile; nothing when the chunk is broken, or its profile larger than any that is in use. */
    static Optional<byte[]> of(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && name <= LONGEST_NAME && chunk[name] != 0) {
            name++;
        }
        int packed = name + 2;
        if (packed > chunk.length) {
            return Optional.empty();
        }
        try (InflaterInputStream profile =
                new InflaterInputStream(new ByteArrayInputStream(chunk, packed, chunk.length - packed))) {
            byte[] content = profile.readNBytes(LARGEST + 1);
            return content.length > LARGEST ? Optional.empty() : Optional.of(content);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
