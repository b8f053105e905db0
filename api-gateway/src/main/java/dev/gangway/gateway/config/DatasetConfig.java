package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;

/** What an archive of images, for a dataset or for completion, may hold. */
public interface DatasetConfig {

    /** How many bytes the archive has; {@code quarkus.http.limits.max-body-size} must be larger. */
    @WithDefault("4294967296")
    long archiveBytes();

    /** How many files. */
    @WithDefault("500000")
    int files();

    /** How many bytes all files have together, unpacked. */
    @WithDefault("8589934592")
    long unpackedBytes();

    /** How many bytes one image has. */
    @WithDefault("33554432")
    int imageBytes();

    /** How many pixels one image has. */
    @WithDefault("50000000")
    long imagePixels();
}
