package dev.gangway.artifacts.archive;

import dev.gangway.artifacts.store.ObjectPath;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Files that nobody means when they send a folder: hidden ones ({@code .git/…}, {@code .DS_Store}, {@code ._a.png}) and what systems
 * leave behind ({@code __MACOSX/…}, {@code Thumbs.db}). One rule for everything that is sent, in whatever case it is written.
 */
public final class HiddenFiles {

    private static final Set<String> NAMES = Set.of(
            "__macosx",
            "__pycache__",
            "@eadir",
            "#recycle",
            "$recycle.bin",
            "system volume information",
            "lost+found",
            "thumbs.db",
            "ehthumbs.db",
            "ehthumbs_vista.db",
            "desktop.ini",
            "icon\r");

    /** Beginnings of names: of hidden files, of files that an office program holds open, of thumbnails' hidden streams. */
    private static final List<String> BEGINNINGS = List.of(".", "~$", "thumbs.db:");

    private HiddenFiles() {}

    /** Whether the file, or a folder on the way to it, is one of these. */
    public static boolean hide(ObjectPath path) {
        return path.parts().stream().anyMatch(HiddenFiles::hide);
    }

    /** The same of a path that need not be one here: the name of a folder's icon on a Mac ends with a carriage return. */
    static boolean hidePath(String path) {
        int begin = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', begin)) {
            if (isHiddenPart(path.substring(begin, slash))) {
                return true;
            }
            begin = slash + 1;
        }
        return isHiddenPart(path.substring(begin));
    }

    /** The folder itself is no hidden one. */
    private static boolean isHiddenPart(String part) {
        return !part.equals(".") && hide(part);
    }

    /** Whether a file or folder of this name is one of these. */
    public static boolean hide(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(plain) || BEGINNINGS.stream().anyMatch(plain::startsWith);
    }
}
