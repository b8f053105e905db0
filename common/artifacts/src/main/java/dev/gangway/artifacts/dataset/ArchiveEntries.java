package dev.gangway.artifacts.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Tells an archive's images from the tables that speak of them, by their names alone.
 *
 * <p>Folders, hidden files and what macOS adds are passed over; a name that leads out of the archive or occurs twice is
 * refused.
 *
 * @param images in the archive's order
 * @param splitFile {@code split.csv} or {@code split.txt}, in any folder
 * @param identityFile {@code identity.csv} or {@code identity_CelebA.txt}, in any folder
 */
record ArchiveEntries(List<ZipEntry> images, Optional<ZipEntry> splitFile, Optional<ZipEntry> identityFile) {

    private static final Set<String> SPLIT_FILES = Set.of("split.csv", "split.txt");
    private static final Set<String> IDENTITY_FILES = Set.of("identity.csv", "identity_celeba.txt");

    static ArchiveEntries of(ZipFile archive, ArchiveLimits limits) throws ArchiveRefusedException {
        if (archive.size() > limits.entries()) {
            throw new ArchiveRefusedException(
                    "archive", archive.size() + " entries are more than the " + limits.entries() + " allowed", null);
        }
        List<ZipEntry> images = new ArrayList<>();
        List<ZipEntry> splitFiles = new ArrayList<>();
        List<ZipEntry> identityFiles = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : archive.stream().toList()) {
            String name = entry.getName();
            requireInside(name);
            if (entry.isDirectory() || lastPart(name).startsWith(".") || name.startsWith("__MACOSX/")) {
                continue;
            }
            if (!names.add(name)) {
                throw new ArchiveRefusedException(name, "the name occurs twice", null);
            }
            requireModestRatio(entry, limits);
            String file = lastPart(name).toLowerCase(Locale.ROOT);
            (SPLIT_FILES.contains(file) ? splitFiles : IDENTITY_FILES.contains(file) ? identityFiles : images)
                    .add(entry);
        }
        return new ArchiveEntries(images, only(splitFiles, "split"), only(identityFiles, "identity"));
    }

    /** What follows the last {@code /}. */
    static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static Optional<ZipEntry> only(List<ZipEntry> tables, String what) throws ArchiveRefusedException {
        if (tables.size() > 1) {
            throw new ArchiveRefusedException(
                    tables.get(1).getName(), "a second " + what + " file beside " + tables.get(0), null);
        }
        return tables.stream().findFirst();
    }

    private static void requireModestRatio(ZipEntry entry, ArchiveLimits limits) throws ArchiveRefusedException {
        // Two bytes of a packed file may honestly become a few hundred: a small file harms nobody.
        long allowed = Math.max(1 << 20, entry.getCompressedSize() * limits.ratio());
        if (entry.getSize() > allowed) {
            throw new ArchiveRefusedException(
                    entry.getName(), "unpacks to more than " + limits.ratio() + " times its size", null);
        }
    }

    private static void requireInside(String name) throws ArchiveRefusedException {
        boolean absolute = name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0;
        if (absolute || name.indexOf('\0') >= 0 || List.of(name.split("/")).contains("..")) {
            throw new ArchiveRefusedException(name, "the name leads out of the archive", null);
        }
    }
}
