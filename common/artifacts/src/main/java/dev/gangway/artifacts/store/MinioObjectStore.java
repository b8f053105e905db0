package dev.gangway.artifacts.store;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.http.Method;
import io.minio.messages.DeleteError;
import io.minio.messages.DeleteObject;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An {@link ObjectStore} through MinIO's client, which speaks to any S3-compatible store. */
final class MinioObjectStore implements ObjectStore {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration TRANSFER = Duration.ofSeconds(30);
    private static final long SPLIT_AS_NEEDED = -1;
    private static final String HASH = "x-amz-meta-sha256";

    /** Which conditional write an object comes from. */
    private static final String WRITE = "x-amz-meta-write";

    private final MinioClient client;
    private final MinioClient signer;
    private final String bucket;
    private final StoreCalls calls;

    MinioObjectStore(StoreSettings settings) {
        this.client = client(settings, settings.endpoint());
        this.signer = client(settings, settings.publicEndpoint());
        this.client.setTimeout(CONNECT.toMillis(), TRANSFER.toMillis(), TRANSFER.toMillis());
        this.bucket = settings.bucket();
        this.calls = new StoreCalls(settings);
    }

    @Override
    public void createBucket() {
        calls.run(bucket, () -> {
            BucketExistsArgs question =
                    BucketExistsArgs.builder().bucket(bucket).build();
            if (!client.bucketExists(question)) {
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
            return null;
        });
    }

    @Override
    public String put(String key, byte[] content, String contentType) {
        return write(key, content, contentType, hash(content));
    }

    @Override
    public String putIfAbsent(String key, byte[] content, String contentType) {
        return writeIf(key, content, contentType, "If-None-Match", "*");
    }

    @Override
    public String replaceIfMatch(String key, byte[] content, String contentType, String etag) {
        return writeIf(key, content, contentType, "If-Match", '"' + etag + '"');
    }

    @Override
    public StoredObject get(String key, int limit) {
        return calls.run(key, () -> {
            try (GetObjectResponse response = client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(key).build())) {
                byte[] content = response.readNBytes(limit);
                if (response.read() >= 0) {
                    throw new ObjectTooLargeException(key, limit);
                }
                requireWhole(key, content, response.headers().get(HASH));
                return new StoredObject(key, content, tag(response.headers().get("ETag")));
            }
        });
    }

    @Override
    public InputStream read(String key) {
        return calls.run(key, () -> {
            GetObjectResponse response = client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(key).build());
            String hash = response.headers().get(HASH);
            return hash == null ? response : new CheckedStream(response, key, hash);
        });
    }

    @Override
    public ObjectStatus stat(String key) {
        StatObjectResponse response = status(key);
        return new ObjectStatus(
                key,
                response.size(),
                tag(response.etag()),
                response.lastModified().toInstant());
    }

    private StatObjectResponse status(String key) {
        return calls.run(
                key,
                () -> client.statObject(
                        StatObjectArgs.builder().bucket(bucket).object(key).build()));
    }

    @Override
    public boolean exists(String key) {
        try {
            stat(key);
            return true;
        } catch (ObjectMissingException e) {
            return false;
        }
    }

    @Override
    public Stream<ObjectStatus> stream(String prefix, String after) {
        return items(prefix, after, true)
                .map(item -> new ObjectStatus(
                        item.objectName(),
                        item.size(),
                        tag(item.etag()),
                        item.lastModified().toInstant()));
    }

    @Override
    public List<String> folders(String folder) {
        return items(folder, "", false)
                .filter(Item::isDir)
                .map(item -> item.objectName().substring(folder.length()))
                .map(name -> name.substring(0, name.length() - 1))
                .toList();
    }

    @Override
    public URI writeAddress(String key, Duration valid) {
        GetPresignedObjectUrlArgs request = GetPresignedObjectUrlArgs.builder()
                .method(Method.PUT)
                .bucket(bucket)
                .object(key)
                .expiry(Math.toIntExact(valid.toSeconds()))
                .build();
        return URI.create(calls.run(key, () -> signer.getPresignedObjectUrl(request)));
    }

    @Override
    public void delete(String key) {
        calls.run(key, () -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
            return null;
        });
    }

    @Override
    public void deleteAll(Collection<String> keys) {
        RemoveObjectsArgs request = RemoveObjectsArgs.builder()
                .bucket(bucket)
                .objects(keys.stream().map(DeleteObject::new).toList())
                .build();
        for (Result<DeleteError> refused : client.removeObjects(request)) {
            DeleteError error = calls.run(bucket, refused::get);
            throw new StoreUnavailableException(
                    "the store does not delete " + error.objectName() + ": " + error.message(), null);
        }
    }

    @Override
    public void close() {
        calls.run(bucket, () -> {
            client.close();
            signer.close();
            return null;
        });
    }

    private static MinioClient client(StoreSettings settings, URI endpoint) {
        return MinioClient.builder()
                .endpoint(endpoint.toString())
                .credentials(settings.accessKey(), settings.secretKey())
                .region(settings.region())
                .build();
    }

    private String writeIf(String key, byte[] content, String contentType, String condition, String tag) {
        if (content.length > CONDITIONAL_LIMIT) {
            throw new IllegalArgumentException(
                    "the object " + key + " of " + content.length + " bytes is too large for a conditional write");
        }
        String own = UUID.randomUUID().toString();
        Map<String, String> headers = new HashMap<>(hash(content));
        headers.put(condition, tag);
        headers.put(WRITE, own);
        try {
            return write(key, content, contentType, headers);
        } catch (ObjectMissingException e) {
            // What S3 answers when the object to be replaced is gone.
            throw new PreconditionFailedException(key, e);
        } catch (StoreException e) {
            return writtenAllTheSame(key, own).orElseThrow(() -> e);
        }
    }

    /** The tag of what a write left whose answer was lost; sent again by the client itself, it meets its own content and is refused. */
    private Optional<String> writtenAllTheSame(String key, String write) {
        try {
            StatObjectResponse there = status(key);
            return write.equals(there.headers().get(WRITE)) ? Optional.of(tag(there.etag())) : Optional.empty();
        } catch (ObjectMissingException e) {
            return Optional.empty();
        }
    }

    private String write(String key, byte[] content, String contentType, Map<String, String> headers) {
        PutObjectArgs request = PutObjectArgs.builder().bucket(bucket).object(key).headers(headers).stream(
                        new ByteArrayInputStream(content), content.length, SPLIT_AS_NEEDED)
                .contentType(contentType)
                .build();
        return calls.run(key, () -> tag(client.putObject(request).etag()));
    }

    private Stream<Item> items(String prefix, String after, boolean recursive) {
        ListObjectsArgs request = ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .startAfter(after.isEmpty() ? null : after)
                .recursive(recursive)
                .build();
        return StreamSupport.stream(client.listObjects(request).spliterator(), false)
                .map(result -> calls.run(prefix, result::get));
    }

    /** What somebody put into the store without the hash cannot be told. */
    private static void requireWhole(String key, byte[] content, String expected) {
        String found = ContentHash.of(content).hex();
        if (expected != null && !found.equals(expected)) {
            throw new ContentMismatchException(key, "is damaged: it has SHA-256 " + found + ", not " + expected, null);
        }
    }

    private static Map<String, String> hash(byte[] content) {
        return Map.of(HASH, ContentHash.of(content).hex());
    }

    /** Tags travel in quotes in some answers and without in others; an object that came to the store another way may have none. */
    private static String tag(String etag) {
        return etag == null ? "" : etag.replace("\"", "");
    }
}
