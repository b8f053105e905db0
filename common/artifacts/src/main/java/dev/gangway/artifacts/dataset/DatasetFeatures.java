package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.completion.FeatureRows;
import dev.gangway.artifacts.store.ContentHash;
import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What networks say about the images of a dataset version, kept beside these so that no worker describes them again: {@code
 * datasets/<team>/<name>/<version>/features/<network>/<split>-<from>-<count>.f32}. An object is the SHA-256 of its rows in
 * hexadecimal, then {@link FeatureRows}.
 *
 * <p>A dataset version never changes and a network answers the same each time, so that it does not matter who writes last.
 */
public final class DatasetFeatures {

    private static final int HASH_LENGTH = 64;
    private static final int OBJECT_LIMIT = 1 << 30;

    private final ObjectStore store;

    public DatasetFeatures(ObjectStore store) {
        this.store = store;
    }

    /**
     * The rows that were kept for just these images, in their order; empty when there are none, or they are damaged.
     *
     * @param network what made them, with all that they depend on: weights and the preparation of images
     */
    public Optional<List<float[]>> find(ImageRange images, String network) {
        try {
            return rows(store.get(key(images, network), OBJECT_LIMIT).content());
        } catch (ObjectMissingException | ContentMismatchException e) {
            return Optional.empty();
        }
    }

    /** Keeps the rows that {@code network} made of the images, one for each. */
    public void keep(ImageRange images, String network, List<float[]> rows) {
        byte[] encoded = FeatureRows.encode(rows);
        byte[] hash = ContentHash.of(encoded).hex().getBytes(StandardCharsets.US_ASCII);
        byte[] content = ByteBuffer.allocate(hash.length + encoded.length)
                .put(hash)
                .put(encoded)
                .array();
        store.put(key(images, network), content, "application/octet-stream");
    }

    private static Optional<List<float[]>> rows(byte[] content) {
        if (content.length < HASH_LENGTH) {
            return Optional.empty();
        }
        byte[] encoded = Arrays.copyOfRange(content, HASH_LENGTH, content.length);
        String hash = new String(content, 0, HASH_LENGTH, StandardCharsets.US_ASCII);
        return ContentHash.of(encoded).hex().equals(hash) ? Optional.of(FeatureRows.decode(encoded)) : Optional.empty();
    }

    private static String key(ImageRange images, String network) {
        String range = images.split().name().toLowerCase(Locale.ROOT) + "-" + images.from() + "-" + images.count();
        return DatasetKeys.folder(images.dataset())
                .resolve("features", network, range + ".f32")
                .key();
    }
}
