package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The S3 store. */
public interface StoreConfig {

    /** Its URL. */
    URI endpoint();

    /** Its region. */
    @WithDefault("us-east-1")
    String region();

    /** The access key's name. */
    String accessKey();

    /** The access key. */
    String secretKey();

    /** The bucket that holds datasets, checkpoints, uploads and completions. */
    String bucket();

    /** The URL by which clients reach the store, for the addresses that they are given; the same unless set. */
    Optional<URI> publicEndpoint();
}
