package dev.gangway.artifacts.record;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file within a run record: lower-case words, at most one folder, and an ending that says what it is. No path
 * of this form leads out of the record.
 *
 * @param text such as {@code plots/gap.png}
 */
record RecordPath(String text) {

    private static final Pattern FORM =
            Pattern.compile("(?:[a-z0-9][a-z0-9-]{0,99}/)?[a-z0-9][a-z0-9-]{0,99}\\.(json|csv|png)");
    private static final Map<String, String> TYPES =
            Map.of("json", "application/json", "csv", "text/csv", "png", "image/png");

    RecordPath {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("no file of a run record is called " + text);
        }
    }

    static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    String contentType() {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalStateException(text);
        }
        return TYPES.get(form.group(1));
    }
}
