package dev.gangway.gateway.upload;

import java.util.List;
import java.util.Optional;

/**
 * Where a file lies within an upload, such as {@code images/2019/attic.jpg}.
 *
 * @param value the path
 */
record UploadPath(String value) {

    private static final int LONGEST = 500;
    private static final int FIRST_PRINTABLE = 0x20;

    UploadPath {
        fault(value).ifPresent(fault -> {
            throw new IllegalArgumentException(value + " " + fault);
        });
    }

    /** Why {@code path} leads nowhere within an upload, or nothing if it does. */
    static Optional<String> fault(String path) {
        if (path == null || path.isEmpty() || path.length() > LONGEST) {
            return Optional.of("must have 1 to " + LONGEST + " characters");
        }
        if (path.indexOf('\\') >= 0 || path.chars().anyMatch(letter -> letter < FIRST_PRINTABLE)) {
            return Optional.of("must hold neither backslashes nor control characters");
        }
        List<String> parts = List.of(path.split("/", -1));
        return parts.contains("") || parts.contains(".") || parts.contains("..")
                ? Optional.of("must lead from folder to folder to a file, without . and ..")
                : Optional.empty();
    }
}
