package dev.gangway.artifacts.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * An object as a manifest describes it: read it through here, and it is what was written.
 *
 * @param name beside the manifest
 * @param bytes its size
 * @param sha256 of its content
 */
public record StoredPart(String name, int bytes, ContentHash sha256) {

    /** A manifest that somebody altered names nothing elsewhere. */
    public StoredPart {
        ObjectPath.of(name);
    }

    /** Writes {@code content} under {@code name} in {@code folder}, and describes it. */
    public static StoredPart write(ObjectStore store, ObjectPath folder, String name, byte[] content) {
        store.put(folder.resolve(name).key(), content, "application/octet-stream");
        return new StoredPart(name, content.length, ContentHash.of(content));
    }

    /**
     * Reads the object under {@code folder}.
     *
     * @throws ContentMismatchException when it is missing or has other content
     */
    public byte[] read(ObjectStore store, ObjectPath folder) {
        String key = folder.resolve(name).key();
        byte[] content = content(store, key);
        ContentHash found = ContentHash.of(content);
        if (!found.equals(sha256)) {
            throw new ContentMismatchException(key, "has SHA-256 " + found + ", not " + sha256, null);
        }
        return content;
    }

    /**
     * Copies the object under {@code folder} to {@code target}, a piece at a time; what a stream has got by the time that it
     * turns out to be wrong is the caller's to throw away.
     *
     * @throws ContentMismatchException when it is missing or has other content
     * @throws StoreUnavailableException when the store stops to answer half-way
     * @throws IOException when {@code target} takes no more
     */
    public void copy(ObjectStore store, ObjectPath folder, OutputStream target) throws IOException {
        String key = folder.resolve(name).key();
        try (InputStream content = open(store, key)) {
            ContentHash found = new ContentPieces(content, bytes)
                    .copy(target, e -> new StoreUnavailableException("the object " + key + " breaks off", e));
            if (!found.equals(sha256)) {
                throw new ContentMismatchException(key, "has SHA-256 " + found + ", not " + sha256, null);
            }
            if (content.read() >= 0) {
                throw new ContentMismatchException(key, "has more than its " + bytes + " bytes", null);
            }
        }
    }

    /** Whether the next bytes of {@code content} are those of the object. */
    public boolean matches(InputStream content) throws IOException {
        return new ContentPieces(content, bytes)
                .copy(OutputStream.nullOutputStream(), UncheckedIOException::new)
                .equals(sha256);
    }

    private static InputStream open(ObjectStore store, String key) {
        try {
            return store.read(key);
        } catch (ObjectMissingException e) {
            throw new ContentMismatchException(key, "is missing", e);
        }
    }

    private byte[] content(ObjectStore store, String key) {
        try {
            return store.get(key, bytes).content();
        } catch (ObjectMissingException e) {
            throw new ContentMismatchException(key, "is missing", e);
        } catch (ObjectTooLargeException e) {
            throw new ContentMismatchException(key, "has more than its " + bytes + " bytes", e);
        }
    }
}
