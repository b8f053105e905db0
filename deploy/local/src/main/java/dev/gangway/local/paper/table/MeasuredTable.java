package dev.gangway.local.paper.table;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of figures that this run measured.
 *
 * @param id names its file
 * @param title what a reader sees above it
 * @param note what has to be known to read it
 * @param columns its columns, without the rows' headings
 * @param rows its rows
 * @param published the papers' own figures that stand beside it
 */
public record MeasuredTable(
        String id, String title, String note, List<Column> columns, List<Row> rows, List<PublishedTable> published) {

    public MeasuredTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        published = List.copyOf(published);
    }

    /**
     * A row.
     *
     * @param label its heading
     * @param cells one for each column
     * @param competes whether its figures may be the best; those of the true images do not
     */
    public record Row(String label, List<Cell> cells, boolean competes) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** A row whose figures are compared with the others'. */
        public static Row of(String label, List<Cell> cells) {
            return new Row(label, cells, true);
        }

        /** A row that the others are read against. */
        public static Row reference(String label, List<Cell> cells) {
            return new Row(label, cells, false);
        }
    }

    /** Whether the figure is the best of its column, and apart from all others' spread. */
    public boolean isBest(Row row, int column) {
        Spread figure = row.cells().get(column).figure();
        return figure != null
                && row.competes()
                && rows.stream().filter(Row::competes).count() > 1
                && rows.stream()
                        .filter(other -> !other.equals(row) && other.competes())
                        .map(other -> other.cells().get(column).figure())
                        .allMatch(other -> other == null || beats(figure, other, columns.get(column)));
    }

    /** How many seeds the row's figures are over; 0 when no seed changes them. */
    public int seeds(Row row) {
        return IntStream.range(0, columns.size())
                .mapToObj(column -> row.cells().get(column).figure())
                .filter(figure -> figure != null)
                .mapToInt(Spread::seeds)
                .max()
                .orElse(0);
    }

    private static boolean beats(Spread figure, Spread other, Column column) {
        return column.prefers(figure.mean(), other.mean()) && figure.isApartFrom(other);
    }
}
