package dev.gangway.contracts.table;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Objects;

/**
 * One field of a file of values separated by commas (RFC 4180), as it can be opened in a spreadsheet: a text that a spreadsheet would
 * take for a formula begins with an apostrophe.
 */
public final class CsvField {

    private static final String FORMULA = "=+-@\t\r\n";
    private static final String SPECIAL = ",\"\t\r\n";

    private CsvField() {}

    /** Writes {@code value}; null is an empty field, and a number is written as it is, also one that is given as text. */
    public static String of(Object value) {
        String text = Objects.toString(value, "");
        String field = value instanceof Number || !isFormula(text) || isNumber(text) ? text : "'" + text;
        return field.chars().noneMatch(letter -> SPECIAL.indexOf(letter) >= 0)
                ? field
                : '"' + field.replace("\"", "\"\"") + '"';
    }

    /** Some spreadsheets look behind spaces, and take wide forms of a sign for the sign. */
    private static boolean isFormula(String text) {
        int first = 0;
        while (first < text.length() && Character.isSpaceChar(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return false;
        }
        String sign = Normalizer.normalize(text.substring(first, first + 1), Normalizer.Form.NFKC);
        return FORMULA.contains(sign);
    }

    private static boolean isNumber(String text) {
        try {
            new BigDecimal(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
