package dev.gangway.gateway.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Values that clients write as text, each in the one form that it is given out in; anything else is an {@link IllegalArgumentException}. */
public final class ReceivedValue {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private ReceivedValue() {}

    /** A whole number in ASCII digits, without a plus sign and leading zeros. */
    public static long number(String text) {
        return canonical(text, Long.parseLong(text));
    }

    /** A whole number from {@code least} to {@code most}; see {@link #number}. The exception's message says so. */
    static long within(String text, long least, long most) {
        long number = whole(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException("must be between " + least + " and " + most);
        }
        return number;
    }

    private static long whole(String text) {
        try {
            return number(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be a whole number", e);
        }
    }

    /** A whole number of 32 bits; see {@link #number}. */
    public static int integer(String text) {
        return canonical(text, Integer.parseInt(text));
    }

    /** {@code true} or {@code false}. */
    public static boolean flag(String text) {
        return canonical(text, Boolean.parseBoolean(text));
    }

    /** A UUID of 36 characters. */
    public static UUID id(String text) {
        return canonical(text, UUID.fromString(text));
    }

    /** A time that the database has a value for, such as {@code 2026-01-02T03:04:05Z}. */
    public static Instant time(String text) {
        try {
            Instant time = Instant.parse(text);
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is no time: " + text, e);
        }
        throw new IllegalArgumentException("is too far away: " + text);
    }

    /** Parsers take digits of other scripts, signs and zeros that are never written: two texts for one value. */
    private static <T> T canonical(String text, T value) {
        if (!value.toString().equals(text)) {
            throw new IllegalArgumentException("is written " + value + ", not " + text);
        }
        return value;
    }
}
