package dev.gangway.local.dataset;

import java.nio.file.Path;

/**
 * The images that come with the sources.
 *
 * @param archive the ZIP file
 */
public record BundledImages(Path archive) {

    private static final String ARCHIVE = "deploy/local/images/cifar-10-subset.zip";
    private static final String NAME = "cifar-10-subset";
    private static final int OWN_SIZE = 32;

    /** Those of the checkout at {@code root}. */
    public static BundledImages of(Path root) {
        return new BundledImages(root.resolve(ARCHIVE));
    }

    /** What the dataset of them is called when its images have {@code size} pixels a side. */
    public String name(int size) {
        return size == OWN_SIZE ? NAME : NAME + "-" + size;
    }
}
