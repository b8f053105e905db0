package dev.gangway.local.paper.plan;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as a reader wants them. */
public final class Numbers {

    private Numbers() {}

    /** Without an exponent, and without zeros that say nothing: 0.1, 1, 10. */
    public static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** With thousands apart: 135,000. */
    public static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** As hours, minutes and seconds, whichever say something. */
    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 120 ? minutes + " min" : String.format(Locale.ROOT, "%,.1f h", seconds / 3600);
    }
}
