package dev.gangway.local.paper.table;

import dev.gangway.contracts.table.CsvField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a table as CSV (RFC 4180) with one line for each figure: {@code source,row,column,mean,standard_deviation,seeds,note}.
 * The source of what was measured is {@code measured}, that of the papers' own figures names paper and table.
 */
public final class Csv {

    private static final String HEADER = "source,row,column,mean,standard_deviation,seeds,note";

    private Csv() {}

    /** The lines of {@code table}, each of those that were measured with {@code note}. */
    public static String of(MeasuredTable table, String note) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (MeasuredTable.Row row : table.rows()) {
            for (int column = 0; column < table.columns().size(); column++) {
                lines.add(measured(
                        row.label(), table.columns().get(column), row.cells().get(column), note));
            }
        }
        table.published().forEach(published -> lines.addAll(of(published)));
        return lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
    }

    private static String measured(String row, Column column, Cell cell, String note) {
        Spread figure = cell.figure();
        return figure == null
                ? line("measured", row, column.name(), "", "", "", cell.instead())
                : line(
                        "measured",
                        row,
                        column.name(),
                        Double.toString(figure.mean()),
                        figure.deviation() == null ? "" : figure.deviation().toString(),
                        figure.seeds() == 0 ? "any" : Integer.toString(figure.seeds()),
                        note);
    }

    private static List<String> of(PublishedTable published) {
        List<String> lines = new ArrayList<>();
        for (PublishedTable.Row row : published.rows()) {
            for (int column = 0; column < published.columns().size(); column++) {
                lines.add(line(
                        published.source(),
                        row.label(),
                        published.columns().get(column),
                        row.values().get(column),
                        "",
                        "",
                        "the authors' own, on " + published.data()));
            }
        }
        return lines;
    }

    private static String line(String... fields) {
        return Arrays.stream(fields).map(CsvField::of).collect(Collectors.joining(","));
    }
}
