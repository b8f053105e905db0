package dev.gangway.artifacts.archive;

/**
 * What an archive of images may cost.
 *
 * @param entries the most files
 * @param bytes the largest archive
 * @param expandedBytes the most bytes of all files together, unpacked
 * @param ratio how many times larger than packed a file may become; images hardly pack
 */
public record ArchiveLimits(int entries, long bytes, long expandedBytes, int ratio) {

    /** Half a million files, 4 GiB packed, 8 GiB unpacked, 100 times larger. */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(500_000, 4L << 30, 8L << 30, 100);

    public ArchiveLimits {
        if (entries < 1 || bytes < 1 || expandedBytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("the limits of an archive must let something in");
        }
    }
}
