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
        return resource("messages/" + type + ".json");
    }

    /**
     * The JSON of a message of CloudEvents type {@code type} as other versions write it: without what was added since it
     * was kept, and with fields that nobody knows. What is kept here is never changed.
     */
    public static byte[] old(String type) {
        return resource("messages/old/" + type + ".json");
    }

    private static byte[] resource(String name) {
        try (InputStream golden = GoldenMessages.class.getResourceAsStream(name)) {
            if (golden == null) {
                throw new NoSuchElementException("there is no golden message " + name);
            }
            return golden.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
