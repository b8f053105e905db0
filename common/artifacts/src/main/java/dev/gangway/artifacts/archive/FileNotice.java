package dev.gangway.artifacts.archive;

import java.util.Collection;
import java.util.List;

/**
 * Something that whoever sent files should know, though it stopped nothing.
 *
 * @param code in kebab case: {@code hidden-files}, {@code names-in-cp437} or {@code backslashes}
 * @param message for a person
 * @param files how many files it is about
 * @param names of the first of them, at least one, each cut to 500 characters
 */
public record FileNotice(String code, String message, int files, List<String> names) {

    private static final int NAMED = 20;

    public FileNotice {
        names = names.stream().map(ShownName::of).toList();
        if (names.isEmpty() || files < names.size()) {
            throw new IllegalArgumentException(
                    "a notice about " + files + " files cannot name " + names.size() + " of them");
        }
    }

    /** A notice about files of these names, or nothing to tell when there are none. */
    public static List<FileNotice> about(Collection<String> names, String code, String message) {
        return names.isEmpty()
                ? List.of()
                : List.of(new FileNotice(
                        code, message, names.size(), names.stream().limit(NAMED).toList()));
    }

    /** What is left out because nobody means it. */
    public static List<FileNotice> hidden(Collection<String> names) {
        return about(names, "hidden-files", "hidden files, and those that systems leave behind, are left out");
    }
}
