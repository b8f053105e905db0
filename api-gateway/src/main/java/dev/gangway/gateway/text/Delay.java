package dev.gangway.gateway.text;

import java.time.Duration;

/**
 * How long something waits at least.
 *
 * @param duration up to a week
 */
public record Delay(Duration duration) {

    /** No wait at all. */
    public static final Delay NONE = new Delay(Duration.ZERO);

    private static final Duration LONGEST = Duration.ofDays(7);

    /** Reads seconds from 0 to a week's; anything else is an {@link IllegalArgumentException}. */
    public static Delay fromString(String text) {
        return new Delay(Duration.ofSeconds(ReceivedValue.within(text, 0, LONGEST.toSeconds())));
    }
}
