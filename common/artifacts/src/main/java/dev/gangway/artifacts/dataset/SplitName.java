package dev.gangway.artifacts.dataset;

import dev.gangway.contracts.completion.Split;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people call the splits, in folders and in split files, in whatever case. */
final class SplitName {

    private SplitName() {}

    /** The split that is called {@code name}, if one is; letters of another width and blanks around them make no difference. */
    static Optional<Split> parse(String name) {
        return switch (plain(name)) {
            case "train", "training", "trn" -> Optional.of(Split.TRAIN);
            case "validation", "valid", "val", "dev" -> Optional.of(Split.VALIDATION);
            case "test", "testing", "tst" -> Optional.of(Split.TEST);
            default -> Optional.empty();
        };
    }

    /** The split that is a word of {@code name}, as in {@code train_images} and {@code Val2017}, where that is no split's name. */
    static Optional<Split> within(String name) {
        return parse(name).isPresent()
                ? Optional.empty()
                : words(plain(name)).stream()
                        .flatMap(word -> parse(word).stream())
                        .findFirst();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** The runs of letters. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= name.length(); i++) {
            if (i < name.length() && Character.isLetter(name.charAt(i))) {
                word.append(name.charAt(i));
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** What Gangway calls it. */
    static String of(Split split) {
        return split.name().toLowerCase(Locale.ROOT);
    }
}
