package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How users send pictures. */
public interface UploadConfig {

    /** How long an address is valid that takes a file; at most seven days. */
    @WithDefault("1H")
    Duration addressesValid();

    /** How many addresses one request may ask for. */
    @WithDefault("10000")
    int addressesAtOnce();

    /** Prefixes of the bucket, beside uploads, whose pictures jobs may name; each ends with a slash. */
    Optional<List<String>> prefixes();
}
