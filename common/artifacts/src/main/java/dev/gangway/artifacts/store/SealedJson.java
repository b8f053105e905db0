package dev.gangway.artifacts.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Objects in JSON that nothing else holds a hash of, and which hold their own: the last field, {@code seal}, is the SHA-256 of the
 * whole content with 64 zeros in its place. A field before it says that there is one, so that no single damaged bit, wherever it
 * is, makes a sealed object look like one from before there were seals; those are still read.
 */
public final class SealedJson {

    private static final String SEALED_BY = "sealedBy";
    private static final String SEAL = "seal";
    private static final String BLANK = "0".repeat(64);

    private SealedJson() {}

    /** Writes {@code value}, an object, in UTF-8 with its seal. */
    public static byte[] write(Object value) {
        ObjectNode tree = JsonObjects.tree(value);
        tree.put(SEALED_BY, "SHA-256").put(SEAL, BLANK);
        byte[] content = JsonObjects.write(tree);
        place(content, ContentHash.of(content).hex());
        return content;
    }

    /**
     * Reads a {@code type}.
     *
     * @throws IOException when the content is no JSON, does not fit the type, or is not what was sealed
     */
    public static <T> T read(byte[] content, Class<T> type) throws IOException {
        JsonNode tree = JsonObjects.read(content, JsonNode.class);
        if (tree.has(SEALED_BY) || tree.has(SEAL)) {
            requireSealed(content, tree.path(SEAL).asText());
        }
        return JsonObjects.read(content, type);
    }

    private static void requireSealed(byte[] content, String seal) throws IOException {
        byte[] blank = content.clone();
        boolean placed = seal.length() == BLANK.length() && place(blank, BLANK);
        String found = ContentHash.of(blank).hex();
        if (!placed || !found.equals(seal)) {
            throw new IOException("its SHA-256 is " + found + ", not that of its seal, " + seal);
        }
    }

    /** Writes over what stands before the last quotation mark, which closes the seal. */
    private static boolean place(byte[] content, String seal) {
        int end = content.length - 1;
        while (end >= 0 && content[end] != '"') {
            end--;
        }
        if (end < seal.length()) {
            return false;
        }
        byte[] digits = seal.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, content, end - digits.length, digits.length);
        return Arrays.equals(content, end - digits.length, end, digits, 0, digits.length);
    }
}
