package dev.gangway.artifacts.store;

import java.time.Instant;

/**
 * What the store knows about an object without reading it.
 *
 * @param key the object's key
 * @param size in bytes
 * @param etag the tag of its present content, for {@link ObjectStore#replaceIfMatch}
 * @param writtenAt when its present content was written
 */
public record ObjectStatus(String key, long size, String etag, Instant writtenAt) {}
