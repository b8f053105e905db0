package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;

/** What an archive of images, for a dataset or for completion, may hold. */
public interface DatasetConfig {

    /** How many bytes the archive has; {@code quarkus.http.limits.max-body-size} must be larger. */
    @WithDefault("4294967296")
    long archiveBytes();

    /**
     * How many files. Whoever allows more gives the process more heap, of which a third is for archives: a file takes some 700 bytes of it, and six times what it takes
     * in the archive's table of contents (46 bytes, its name, and what packers note beside it); the default and a heap of 1 GiB go together, for names of some 30 letters.
     */
    @WithDefault("220000")
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
