package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.archive.ArchiveFile;
import dev.gangway.artifacts.archive.ArchiveRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells an archive's images from the tables that speak of them, by their names alone.
 *
 * @param images in the archive's order
 * @param splitFile {@code split.csv} or {@code split.txt}, in any folder
 * @param identityFile {@code identity.csv} or {@code identity_CelebA.txt}, in any folder
 */
record ArchiveEntries(List<ArchiveFile> images, Optional<ArchiveFile> splitFile, Optional<ArchiveFile> identityFile) {

    private static final Set<String> SPLIT_FILES = Set.of("split.csv", "split.txt");
    private static final Set<String> IDENTITY_FILES = Set.of("identity.csv", "identity_celeba.txt");

    static ArchiveEntries of(List<ArchiveFile> files) throws ArchiveRefusedException {
        List<ArchiveFile> images = new ArrayList<>();
        List<ArchiveFile> splitFiles = new ArrayList<>();
        List<ArchiveFile> identityFiles = new ArrayList<>();
        for (ArchiveFile entry : files) {
            String file = entry.path().name().toLowerCase(Locale.ROOT);
            (SPLIT_FILES.contains(file) ? splitFiles : IDENTITY_FILES.contains(file) ? identityFiles : images)
                    .add(entry);
        }
        return new ArchiveEntries(images, only(splitFiles, "split"), only(identityFiles, "identity"));
    }

    /** How many tables there are. */
    long tables() {
        return splitFile.stream().count() + identityFile.stream().count();
    }

    private static Optional<ArchiveFile> only(List<ArchiveFile> tables, String what) throws ArchiveRefusedException {
        if (tables.size() > 1) {
            throw new ArchiveRefusedException(
                    tables.get(1).name(),
                    "a second " + what + " file beside " + tables.get(0).name(),
                    null);
        }
        return tables.stream().findFirst();
    }
}
