package dev.gangway.completion.report;

import java.util.List;

/**
 * Rows of figures, each as it is to be read.
 *
 * @param columns what stands in each column
 * @param rows as many values as there are columns
 * @param note what a reader has to know, such as that a figure is unreliable; empty when nothing
 */
public record FigureTable(List<String> columns, List<List<String>> rows, String note) {

    /** No figures at all. */
    public static final FigureTable NONE = new FigureTable(List.of(), List.of(), "");

    public FigureTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
