package dev.gangway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;

/** One message of every type as it stands on a topic, for the tests of both who writes it and who reads it. */
public final class GoldenMessages {

    private GoldenMessages() {}

    /** The JSON of the message of CloudEvents type {@code type}, in UTF-8. */
    public static byte[] body(String type) {
        try (InputStream golden = GoldenMessages.class.getResourceAsStream("messages/" + type + ".json")) {
            if (golden == null) {
                throw new NoSuchElementException("there is no golden message of type " + type);
            }
            return golden.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
