package dev.gangway.embedded;

import java.nio.charset.StandardCharsets;

/**
 * Has started processes read and write names of files and text as UTF-8, whatever the locale of the one that starts them. A JVM takes the encoding
 * of names from its environment alone: no option of its command line changes it.
 */
public final class Utf8 {

    /** The option of a JVM that makes UTF-8 its charset for text. */
    public static final String OPTION = "-Dfile.encoding=UTF-8";

    /** A locale of every recent system, which is English otherwise. */
    private static final String LOCALE = "C.UTF-8";

    private Utf8() {}

    /** Puts what starts with {@code builder} into a locale with UTF-8, unless this process, whose locale it would have, is in one. */
    public static void prepare(ProcessBuilder builder) {
        prepare(builder, System.getProperty("sun.jnu.encoding"));
    }

    static void prepare(ProcessBuilder builder, String encodingOfNames) {
        if (!StandardCharsets.UTF_8.name().equalsIgnoreCase(encodingOfNames)) {
            builder.environment().put("LC_ALL", LOCALE);
        }
    }
}
