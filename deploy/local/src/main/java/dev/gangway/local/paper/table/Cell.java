package dev.gangway.local.paper.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;

/**
 * A field of a table.
 *
 * @param figure what was measured; null when nothing was
 * @param instead what stands there then; null beside a figure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cell(Spread figure, String instead) {

    /** A figure that nobody measured. */
    public static final Cell NOT_MEASURED = new Cell(null, "not measured");

    /** A figure that there cannot be. */
    public static final Cell NONE = new Cell(null, "–");

    /** A figure. */
    public static Cell of(Spread figure) {
        return new Cell(figure, null);
    }

    /** As a reader sees it, such as {@code 18.52 ± 0.03}. */
    public String text(Column column) {
        if (figure == null) {
            return instead;
        }
        String mean = number(figure.mean(), column);
        return figure.deviation() == null || figure.seeds() == 0
                ? mean
                : mean + " ± " + number(figure.deviation(), column);
    }

    private static String number(double value, Column column) {
        return String.format(Locale.ROOT, "%." + column.decimals() + "f", value);
    }
}
