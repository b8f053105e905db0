package dev.gangway.artifacts.picture;

import dev.gangway.artifacts.store.ObjectPath;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which folder of a set of pictures is what.
 *
 * @param around how many folders lie around everything
 * @param sorted whether pictures lie in a folder of their own
 */
record FolderLayout(int around, boolean sorted) {

    private static final Map<String, Part> FOLDERS =
            Map.of("images", Part.IMAGE, "masks", Part.MASK, "truth", Part.TRUTH);
    private static final Set<String> COMMON_MASKS = Set.of("mask.png", "mask.jpg", "mask.jpeg", "mask.webp");

    /** Endings of images, also of those that cannot be read here, which is told when they are opened. */
    private static final Set<String> IMAGES = Set.of(
            "png", "jpg", "jpeg", "jpe", "jfif", "webp", "gif", "bmp", "tif", "tiff", "heic", "heif", "avif", "jp2",
            "jxl", "svg", "psd", "raw", "dng", "cr2", "nef", "arw");

    private static final Set<String> READ = Set.of("png", "jpg", "jpeg", "jpe", "jfif", "webp");

    /** What a file is for. */
    enum Part {
        IMAGE,
        MASK,
        TRUTH,
        COMMON_MASK,
        NO_PICTURE,
        ELSEWHERE
    }

    static FolderLayout of(Collection<ObjectPath> paths) {
        int around = around(paths);
        return new FolderLayout(around, paths.stream().anyMatch(path -> isFolder(path, around, Part.IMAGE)));
    }

    Part part(ObjectPath path) {
        ObjectPath inner = path.from(around);
        if (inner.depth() == 1 && COMMON_MASKS.contains(inner.name().toLowerCase(Locale.ROOT))) {
            return Part.COMMON_MASK;
        }
        if (!isImage(path.name())) {
            return Part.NO_PICTURE;
        }
        Part ofFolder = inner.depth() > 1 ? folder(inner.part(0)) : null;
        Part otherwise = sorted ? Part.ELSEWHERE : Part.IMAGE;
        return ofFolder == null ? otherwise : ofFolder;
    }

    /** What a picture, its mask and its truth are called alike: the path within their folders without the ending. */
    String name(ObjectPath path) {
        ObjectPath inner = path.from(around);
        String file = inner.depth() > 1 && folder(inner.part(0)) != null
                ? inner.from(1).key()
                : inner.key();
        int dot = file.lastIndexOf('.');
        String name = dot > file.lastIndexOf('/') + 1 ? file.substring(0, dot) : file;
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** How many folders lie around everything, if within them it is sorted. */
    private static int around(Collection<ObjectPath> paths) {
        int depth = 0;
        while (hasOneFolder(paths, depth)) {
            if (paths.iterator().next().depth() > depth + 1
                    && folder(paths.iterator().next().part(depth)) != null) {
                return depth;
            }
            depth++;
        }
        int found = depth;
        return paths.stream().anyMatch(path -> path.depth() > found + 1 && folder(path.part(found)) != null)
                ? found
                : 0;
    }

    private static boolean hasOneFolder(Collection<ObjectPath> paths, int depth) {
        return paths.stream().allMatch(path -> path.depth() > depth + 1)
                && paths.stream().map(path -> path.part(depth)).distinct().count() == 1;
    }

    private static boolean isFolder(ObjectPath path, int depth, Part part) {
        return path.depth() > depth + 1 && folder(path.part(depth)) == part;
    }

    private static Part folder(String name) {
        return FOLDERS.get(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a picture of this name is of a format that is not read here, by its ending. */
    static boolean isForeign(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && !READ.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** A name without an ending says nothing, and what it holds decides. */
    private static boolean isImage(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 || IMAGES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
