package dev.gangway.artifacts.store;

import java.net.URI;

/**
 * Which bucket of which S3-compatible store holds the artifacts.
 *
 * @param endpoint the store's address, such as {@code http://127.0.0.1:9000}
 * @param accessKey who signs the requests
 * @param secretKey what they are signed with; kept out of {@link #toString()}
 * @param bucket the bucket's name
 * @param region the region that the signatures name
 * @param publicEndpoint the address by which clients reach the store, for the addresses that they are given
 */
public record StoreSettings(
        URI endpoint, String accessKey, String secretKey, String bucket, String region, URI publicEndpoint) {

    /** A store that clients reach by the same address. */
    public StoreSettings(URI endpoint, String accessKey, String secretKey, String bucket, String region) {
        this(endpoint, accessKey, secretKey, bucket, region, endpoint);
    }

    public StoreSettings {
        if (endpoint.getScheme() == null || endpoint.getHost() == null) {
            throw new IllegalArgumentException("a store's endpoint has a scheme and a host, unlike " + endpoint);
        }
        if (accessKey.isBlank() || secretKey.isBlank() || bucket.isBlank() || region.isBlank()) {
            throw new IllegalArgumentException("a store needs an access key, a secret key, a bucket and a region");
        }
    }

    @Override
    public String toString() {
        return endpoint + "/" + bucket + " as " + accessKey;
    }
}
