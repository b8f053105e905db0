package dev.gangway.artifacts.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Names as bytes, of which nobody says what they stand for: those of an archive, and those that a table in it has for the same files. */
public final class NameText {

    private static final Charset CP437 = Charset.forName("IBM437");

    private NameText() {}

    /** What is UTF-8 as such; what is none in CP437, where every byte is a letter of its own. */
    public static String decoded(byte[] bytes) {
        return strict(bytes, StandardCharsets.UTF_8).orElseGet(() -> new String(bytes, CP437));
    }

    /** A path without the present folder, which some packers begin every name with. */
    public static String plain(String path) {
        return path.indexOf("./") == 0 ? path.substring(2) : path;
    }

    /** The text, if it is one in {@code charset}. */
    static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
