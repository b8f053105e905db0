package dev.gangway.gateway.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** How long a receiver asks to be left alone (RFC 9110, section 10.2.3). */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    private static final int DIGITS_AT_MOST = 9;
    private static final Duration LONG = Duration.ofDays(365);
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

    private RetryAfter() {}

    /** What {@code header}, seconds or a date, says at {@code now}; zero when it is null, says nothing or lies behind. */
    static Duration of(String header, Instant now) {
        String text = header == null ? "" : header.strip();
        if (SECONDS.matcher(text).matches()) {
            return text.length() > DIGITS_AT_MOST ? LONG : Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Duration until = Duration.between(now, DATE.parse(text, Instant::from));
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
