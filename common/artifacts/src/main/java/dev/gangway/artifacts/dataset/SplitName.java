package dev.gangway.artifacts.dataset;

import dev.gangway.contracts.completion.Split;
import java.util.Locale;
import java.util.Optional;

/** What people call the splits, in folders and in split files, in whatever case. */
final class SplitName {

    private SplitName() {}

    /** The split that is called {@code name}, if one is. */
    static Optional<Split> parse(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "train", "training" -> Optional.of(Split.TRAIN);
            case "validation", "valid", "val", "dev" -> Optional.of(Split.VALIDATION);
            case "test", "testing" -> Optional.of(Split.TEST);
            default -> Optional.empty();
        };
    }

    /** What Gangway calls it. */
    static String of(Split split) {
        return split.name().toLowerCase(Locale.ROOT);
    }
}
