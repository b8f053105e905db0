package dev.gangway.gateway.upload;

import dev.gangway.artifacts.store.ObjectPath;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whoever packs a folder often packs the folder itself around what is meant, and sometimes another around that. */
final class WrappingFolder {

    private static final Set<String> MEANT = Set.of("images", "masks", "truth");

    private WrappingFolder() {}

    /** How many folders lie around all of {@code paths} and say nothing. */
    static int depth(List<ObjectPath> paths) {
        int depth = 0;
        while (isAround(paths, depth)) {
            depth++;
        }
        return depth;
    }

    private static boolean isAround(List<ObjectPath> paths, int depth) {
        if (paths.isEmpty() || paths.get(0).depth() <= depth + 1) {
            return false;
        }
        String folder = paths.get(0).part(depth);
        return !MEANT.contains(folder.toLowerCase(Locale.ROOT))
                && paths.stream()
                        .allMatch(path ->
                                path.depth() > depth + 1 && path.part(depth).equals(folder));
    }
}
