package dev.gangway.contracts.job;

import java.util.regex.Pattern;

/** What teams, models and datasets may be called: their names are part of object keys and of URLs. */
public final class Names {

    /** Lower-case letters, digits and inner hyphens, 63 characters at most. */
    public static final String PATTERN = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    private static final Pattern NAME = Pattern.compile(PATTERN);

    private Names() {}

    /** Returns {@code name}, or throws {@link IllegalArgumentException} that says what {@code what} may be called. */
    public static String require(String what, String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what + " must be lower-case letters, digits and inner hyphens, at most 63: " + name);
        }
        return name;
    }
}
