package dev.gangway.artifacts.store;

/**
 * An object as a manifest describes it: read it through here, and it is what was written.
 *
 * @param name beside the manifest
 * @param bytes its size
 * @param sha256 of its content
 */
public record StoredPart(String name, int bytes, ContentHash sha256) {

    /** Writes {@code content} as {@code folder + name}, and describes it. */
    public static StoredPart write(ObjectStore store, String folder, String name, byte[] content) {
        store.put(folder + name, content, "application/octet-stream");
        return new StoredPart(name, content.length, ContentHash.of(content));
    }

    /**
     * Reads the object under {@code folder}.
     *
     * @throws ContentMismatchException when it is missing or has other content
     */
    public byte[] read(ObjectStore store, String folder) {
        String key = folder + name;
        byte[] content = content(store, key);
        ContentHash found = ContentHash.of(content);
        if (!found.equals(sha256)) {
            throw new ContentMismatchException(key, "has SHA-256 " + found + ", not " + sha256, null);
        }
        return content;
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
