package dev.gangway.artifacts.archive;

/** A file's name as it is told of: its beginning, where it is longer than anybody reads. */
final class ShownName {

    private static final int LONGEST = 500;

    private ShownName() {}

    static String of(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        // No letter of two characters is cut in half.
        int end = Character.isHighSurrogate(name.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return name.substring(0, end) + "…";
    }
}
