package dev.gangway.artifacts.picture;

import java.util.Objects;

/**
 * A file of a picture in the bucket, as it was when the job was submitted.
 *
 * @param key the object's key
 * @param bytes its size
 * @param etag the tag of its content then; an object that has another by now is not what was submitted
 */
public record PictureFile(String key, long bytes, String etag) {

    public PictureFile {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(etag, "etag");
    }
}
