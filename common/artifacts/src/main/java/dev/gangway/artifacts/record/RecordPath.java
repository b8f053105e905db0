package dev.gangway.artifacts.record;

import dev.gangway.artifacts.store.ObjectPath;
import java.util.Map;

/**
 * The name of a file within a run record: lower-case words, at most one folder, and an ending that says what it is. No path
 * of this form leads out of the record.
 *
 * @param text such as {@code plots/gap.png}
 */
record RecordPath(String text) {

    private static final int LONGEST_WORD = 100;
    private static final Map<String, String> TYPES =
            Map.of("json", "application/json", "csv", "text/csv", "png", "image/png");

    RecordPath {
        if (!ObjectPath.tryParse(text).map(RecordPath::fits).orElse(false)) {
            throw new IllegalArgumentException("no file of a run record is called " + text);
        }
    }

    static boolean fits(ObjectPath path) {
        String name = path.name();
        int dot = name.indexOf('.');
        return path.depth() <= 2
                && (path.depth() == 1 || isWord(path.part(0)))
                && dot > 0
                && isWord(name.substring(0, dot))
                && TYPES.containsKey(name.substring(dot + 1));
    }

    String contentType() {
        return TYPES.get(text.substring(text.indexOf('.') + 1));
    }

    private static boolean isWord(String part) {
        return part.length() <= LONGEST_WORD
                && part.charAt(0) != '-'
                && part.chars()
                        .allMatch(letter ->
                                letter == '-' || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'));
    }
}
