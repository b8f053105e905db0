package dev.gangway.artifacts.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A store that forgets everything with the test. */
public final class ObjectsInMemory implements ObjectStore {

    private final NavigableMap<String, byte[]> objects = new TreeMap<>();

    @Override
    public synchronized void createBucket() {}

    @Override
    public synchronized String put(String key, byte[] content, String contentType) {
        objects.put(key, content);
        return ContentHash.of(content).hex();
    }

    @Override
    public synchronized String putIfAbsent(String key, byte[] content, String contentType) {
        if (exists(key)) {
            throw new PreconditionFailedException(key, null);
        }
        return put(key, content, contentType);
    }

    @Override
    public synchronized String replaceIfMatch(String key, byte[] content, String contentType, String etag) {
        if (!exists(key) || !stat(key).etag().equals(etag)) {
            throw new PreconditionFailedException(key, null);
        }
        return put(key, content, contentType);
    }

    @Override
    public synchronized StoredObject get(String key, int limit) {
        byte[] content = content(key);
        if (content.length > limit) {
            throw new ObjectTooLargeException(key, limit);
        }
        return new StoredObject(key, content, ContentHash.of(content).hex());
    }

    @Override
    public synchronized InputStream read(String key) {
        return new ByteArrayInputStream(content(key));
    }

    @Override
    public synchronized ObjectStatus stat(String key) {
        byte[] content = content(key);
        return new ObjectStatus(key, content.length, ContentHash.of(content).hex(), Instant.EPOCH);
    }

    @Override
    public synchronized boolean exists(String key) {
        return objects.containsKey(key);
    }

    @Override
    public synchronized Stream<ObjectStatus> stream(String prefix, String after) {
        return objects.tailMap(after, false).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(this::stat)
                .toList()
                .stream();
    }

    @Override
    public synchronized List<String> folders(String folder) {
        return objects.keySet().stream()
                .filter(key -> key.startsWith(folder) && key.indexOf('/', folder.length()) > 0)
                .map(key -> key.substring(folder.length(), key.indexOf('/', folder.length())))
                .distinct()
                .toList();
    }

    @Override
    public URI writeAddress(String key, Duration valid) {
        throw new UnsupportedOperationException("nothing reaches the memory from outside");
    }

    @Override
    public synchronized void delete(String key) {
        objects.remove(key);
    }

    @Override
    public synchronized void deleteAll(Collection<String> keys) {
        keys.forEach(objects::remove);
    }

    @Override
    public synchronized void close() {}

    private byte[] content(String key) {
        byte[] content = objects.get(key);
        if (content == null) {
            throw new ObjectMissingException(key, null);
        }
        return content;
    }
}
