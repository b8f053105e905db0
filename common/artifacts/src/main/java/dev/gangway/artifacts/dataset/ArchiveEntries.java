package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.archive.ArchiveRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;

/**
 * Tells an archive's images from the tables that speak of them, by their names alone.
 *
 * @param images in the archive's order
 * @param splitFile {@code split.csv} or {@code split.txt}, in any folder
 * @param identityFile {@code identity.csv} or {@code identity_CelebA.txt}, in any folder
 */
record ArchiveEntries(List<ZipEntry> images, Optional<ZipEntry> splitFile, Optional<ZipEntry> identityFile) {

    private static final Set<String> SPLIT_FILES = Set.of("split.csv", "split.txt");
    private static final Set<String> IDENTITY_FILES = Set.of("identity.csv", "identity_celeba.txt");

    static ArchiveEntries of(List<ZipEntry> files) throws ArchiveRefusedException {
        List<ZipEntry> images = new ArrayList<>();
        List<ZipEntry> splitFiles = new ArrayList<>();
        List<ZipEntry> identityFiles = new ArrayList<>();
        for (ZipEntry entry : files) {
            String file = lastPart(entry.getName()).toLowerCase(Locale.ROOT);
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
}
