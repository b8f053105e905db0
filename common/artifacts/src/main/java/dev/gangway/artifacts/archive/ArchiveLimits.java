package dev.gangway.artifacts.archive;

/**
 * What an archive of images may cost. What one entry costs is limited by the bytes and the pixels that an image may have; how
 * well it packs says nothing of its intentions: masks hardly take room.
 *
 * @param entries the most files
 * @param bytes the largest archive
 * @param expandedBytes the most bytes of all files together, unpacked
 * @param ratio how many times larger than the archive all files together may become, once they exceed {@code harmlessBytes}
 * @param harmlessBytes what any archive may unpack to
 */
public record ArchiveLimits(int entries, long bytes, long expandedBytes, int ratio, long harmlessBytes) {

    /** 220,000 files, 4 GiB packed, 8 GiB unpacked, 100 times larger beyond 256 MiB. */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(220_000, 4L << 30, 8L << 30, 100, 256L << 20);

    public ArchiveLimits {
        if (entries < 1 || bytes < 1 || expandedBytes < 1 || ratio < 1 || harmlessBytes < 1) {
            throw new IllegalArgumentException("the limits of an archive must let something in");
        }
    }

    /** The most bytes that all files of an archive of {@code packed} bytes may have together. */
    long unpackedOf(long packed) {
        return Math.min(expandedBytes, Math.max(harmlessBytes, packed * ratio));
    }
}
