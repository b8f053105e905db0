package dev.gangway.artifacts.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * One bucket of an S3-compatible store.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot answer within its time, and {@link StoreRefusedException}
 * when it answers and will not do it: no right, no bucket, no space. Safe for use by
 * several threads.
 */
public interface ObjectStore extends AutoCloseable {

    /** The largest content of a conditional write in bytes: one request, because parts carry no condition. */
    int CONDITIONAL_LIMIT = 5 * 1024 * 1024;

    /** The largest object in bytes that is looked at as a whole before anything of it is sent on. */
    int CHECKED_FIRST = 8 * 1024 * 1024;

    /** Opens the bucket that {@code settings} name; nothing is asked of the store yet. */
    static ObjectStore open(StoreSettings settings) {
        return new MinioObjectStore(settings);
    }

    /** Creates the bucket unless it is there. */
    void createBucket();

    /** Writes an object with its SHA-256 beside it, replacing what is there; returns its tag. */
    String put(String key, byte[] content, String contentType);

    /**
     * Writes an object where there is none; returns its tag. An answer that is lost is asked for: only when that fails too, with a
     * {@link StoreUnavailableException}, the object may be there all the same, or come to be.
     *
     * @throws PreconditionFailedException when there is one already that somebody else wrote
     */
    String putIfAbsent(String key, byte[] content, String contentType);

    /**
     * Replaces the content that has the tag {@code etag}; returns the new tag.
     *
     * @throws PreconditionFailedException when the object has other content by now, or is gone
     */
    String replaceIfMatch(String key, byte[] content, String contentType, String etag);

    /**
     * Reads an object of at most {@code limit} bytes.
     *
     * @throws ObjectMissingException when there is none
     * @throws ContentMismatchException when it is not what was written
     * @throws ObjectTooLargeException when it is larger
     */
    StoredObject get(String key, int limit);

    /**
     * Opens an object of any size for reading; the caller closes the stream. Whatever is written here carries its SHA-256: when it is
     * damaged, its stream ends with a {@link DamagedObjectException}.
     *
     * @throws ObjectMissingException when there is none
     */
    InputStream read(String key);

    /**
     * Reads an object as {@link #read} does, but to its end.
     *
     * @throws ObjectMissingException when there is none
     * @throws ContentMismatchException when it is not what was written
     */
    default byte[] readWhole(String key) {
        try (InputStream content = read(key)) {
            return content.readAllBytes();
        } catch (DamagedObjectException e) {
            throw new ContentMismatchException(key, "is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StoreUnavailableException("the object " + key + " breaks off", e);
        }
    }

    /**
     * Opens an object for sending it on; the caller closes the stream. One of up to {@link #CHECKED_FIRST} bytes is read to its end before
     * the first byte is given, a larger one ends as that of {@link #read} does.
     *
     * @throws ObjectMissingException when there is none
     * @throws ContentMismatchException when it is small and not what was written
     */
    default InputStream readChecked(String key) {
        return stat(key).size() <= CHECKED_FIRST ? new ByteArrayInputStream(readWhole(key)) : read(key);
    }

    /**
     * Reads an object to its end and keeps nothing of it; returns how many bytes it has.
     *
     * @throws ObjectMissingException when there is none
     * @throws ContentMismatchException when it is not what was written
     */
    default long check(String key) {
        try (InputStream content = read(key)) {
            return content.transferTo(OutputStream.nullOutputStream());
        } catch (DamagedObjectException e) {
            throw new ContentMismatchException(key, "is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StoreUnavailableException("the object " + key + " breaks off", e);
        }
    }

    /**
     * Asks about an object.
     *
     * @throws ObjectMissingException when there is none
     */
    ObjectStatus stat(String key);

    /** Whether there is an object under the key. */
    boolean exists(String key);

    /** Every object whose key starts with {@code prefix}, in the order of their keys. */
    default List<ObjectStatus> list(String prefix) {
        return stream(prefix).toList();
    }

    /**
     * The same, page after page as they are taken, so that a bucket of any size fits; objects that come or go meanwhile may or
     * may not be seen.
     */
    default Stream<ObjectStatus> stream(String prefix) {
        return stream(prefix, "");
    }

    /** The same, of the keys behind {@code after}, which the store finds without going through those before. */
    Stream<ObjectStatus> stream(String prefix, String after);

    /** The names directly under {@code folder}, which ends with a slash, that have objects under them. */
    List<String> folders(String folder);

    /**
     * A signed address that takes an object by {@code PUT}, without credentials, for as long as {@code valid}, which is at most
     * seven days. Whoever has the address can write the object, and nothing else.
     */
    URI writeAddress(String key, Duration valid);

    /** Deletes an object; one that is not there is no error. */
    void delete(String key);

    /**
     * Deletes objects, up to a thousand with one request; one that is not there is no error.
     *
     * @throws StoreUnavailableException when one of them cannot be deleted, which it names; others may be deleted by then
     */
    void deleteAll(Collection<String> keys);

    @Override
    void close();
}
