package dev.gangway.local.paper.table;

import java.util.List;

/**
 * Figures that a paper reports. They are the authors', on their data and at their scale.
 *
 * @param source paper and table
 * @param data what they were measured on
 * @param columns the columns' headings
 * @param rows the rows
 */
public record PublishedTable(String source, String data, List<String> columns, List<Row> rows) {

    public PublishedTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.values().size() != columns.size()) {
                throw new IllegalArgumentException(source + ", row " + row.label() + " has "
                        + row.values().size() + " values for " + columns.size() + " columns");
            }
        }
    }

    /**
     * A row.
     *
     * @param label its heading
     * @param values as they are printed there
     */
    public record Row(String label, List<String> values) {

        public Row {
            values = List.copyOf(values);
        }
    }

    /** A row of values that are printed with blanks between them. */
    public static Row row(String label, String values) {
        return new Row(label, List.of(values.split(" ", -1)));
    }
}
