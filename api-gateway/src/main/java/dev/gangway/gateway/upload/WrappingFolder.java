package dev.gangway.gateway.upload;

import java.util.List;
import java.util.Set;

/** Whoever packs a folder often packs the folder itself around what is meant. */
final class WrappingFolder {

    private static final Set<String> MEANT = Set.of("images/", "masks/", "truth/");

    private WrappingFolder() {}

    /** The paths without the one folder around all of them, if there is one that says nothing. */
    static List<String> taken(List<String> paths) {
        if (paths.isEmpty() || !paths.get(0).contains("/")) {
            return paths;
        }
        String folder = paths.get(0).substring(0, paths.get(0).indexOf('/') + 1);
        boolean around = !MEANT.contains(folder) && paths.stream().allMatch(path -> path.startsWith(folder));
        return around
                ? paths.stream().map(path -> path.substring(folder.length())).toList()
                : paths;
    }
}
