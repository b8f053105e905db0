package dev.gangway.artifacts.dataset;

import dev.gangway.contracts.completion.Split;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Sorts the entries of an archive into splits, in the archive's order, by their names alone.
 *
 * <p>Images lie under {@code train/}, {@code validation/} or {@code test/}, at any depth. Folders, hidden files and what
 * macOS adds are passed over; anything else is refused, and so is a name that leads out of the archive or occurs twice.
 * Without {@code validation/} the last tenth of the training images, rounded down, becomes the validation split.
 */
final class ArchiveEntries {

    private static final int VALIDATION_SHARE = 10;

    private final ArchiveLimits limits;
    private final Map<Split, List<ZipEntry>> entries = new EnumMap<>(Split.class);
    private final Set<String> names = new HashSet<>();

    private ArchiveEntries(ArchiveLimits limits) {
        this.limits = limits;
        for (Split split : Split.values()) {
            entries.put(split, new ArrayList<>());
        }
    }

    static Map<Split, List<ZipEntry>> of(ZipFile archive, ArchiveLimits limits) throws ArchiveRefusedException {
        if (archive.size() > limits.entries()) {
            throw new ArchiveRefusedException(
                    "archive", archive.size() + " entries are more than the " + limits.entries() + " allowed", null);
        }
        ArchiveEntries sorted = new ArchiveEntries(limits);
        for (ZipEntry entry : archive.stream().toList()) {
            sorted.add(entry);
        }
        sorted.setValidationAside();
        return sorted.entries;
    }

    private void add(ZipEntry entry) throws ArchiveRefusedException {
        String name = entry.getName();
        requireInside(name);
        if (entry.isDirectory() || isPassedOver(name)) {
            return;
        }
        if (!names.add(name)) {
            throw new ArchiveRefusedException(name, "the name occurs twice", null);
        }
        requireModestRatio(entry);
        Split split = splitOf(name)
                .orElseThrow(() -> new ArchiveRefusedException(
                        name, "images belong into the folders train, validation and test", null));
        entries.get(split).add(entry);
    }

    private void setValidationAside() throws ArchiveRefusedException {
        List<ZipEntry> train = entries.get(Split.TRAIN);
        if (train.isEmpty()) {
            throw new ArchiveRefusedException("archive", "the folder train holds no images", null);
        }
        if (entries.get(Split.VALIDATION).isEmpty()) {
            List<ZipEntry> last = train.subList(train.size() - train.size() / VALIDATION_SHARE, train.size());
            entries.get(Split.VALIDATION).addAll(last);
            last.clear();
        }
    }

    private void requireModestRatio(ZipEntry entry) throws ArchiveRefusedException {
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

    private static boolean isPassedOver(String name) {
        return name.startsWith("__MACOSX/")
                || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    private static Optional<Split> splitOf(String name) {
        return switch (name.substring(0, Math.max(0, name.indexOf('/')))) {
            case "train" -> Optional.of(Split.TRAIN);
            case "validation" -> Optional.of(Split.VALIDATION);
            case "test" -> Optional.of(Split.TEST);
            default -> Optional.empty();
        };
    }
}
