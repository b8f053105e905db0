package dev.gangway.gateway.text;

import java.util.Locale;
import java.util.Optional;

/** What text of clients has to be before anything else looks at it: well-formed Unicode without NUL, which no database keeps. */
public final class ReceivedText {

    /** The longest value of a parameter or header, in characters. */
    public static final int LONGEST_PARAMETER = 2_000;

    private ReceivedText() {}

    /** Why {@code text} of at most {@code longest} characters is not taken, or nothing if it is. */
    public static Optional<String> fault(String text, int longest) {
        if (text.length() > longest) {
            return Optional.of("must have at most " + longest + " characters, not " + text.length());
        }
        if (text.indexOf('\0') >= 0) {
            return Optional.of("must not hold the character NUL");
        }
        int half = halfPair(text);
        return half < 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "must be well-formed Unicode: character %d is half of a surrogate pair, U+%04X",
                        half + 1,
                        (int) text.charAt(half)));
    }

    /** Where one half of a surrogate pair stands without the other; -1 when nowhere. */
    private static int halfPair(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean whole = Character.isHighSurrogate(text.charAt(i))
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!whole) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
