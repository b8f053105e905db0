package dev.gangway.artifacts.store;

/**
 * An object as it was read.
 *
 * @param key the object's key
 * @param content its bytes
 * @param etag the tag of this content, for {@link ObjectStore#replaceIfMatch}
 */
public record StoredObject(String key, byte[] content, String etag) {}
