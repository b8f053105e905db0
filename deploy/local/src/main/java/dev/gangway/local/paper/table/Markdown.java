package dev.gangway.local.paper.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes tables as Markdown. */
public final class Markdown {

    private Markdown() {}

    /** A heading, the table with the best figures in bold, its note, and the papers' own tables. */
    public static String of(MeasuredTable table) {
        StringBuilder text = new StringBuilder("### " + table.title() + "\n\n");
        List<String> header = new ArrayList<>(List.of(""));
        table.columns().forEach(column -> header.add(column.name()));
        header.add("seeds");
        List<List<String>> rows = new ArrayList<>();
        for (MeasuredTable.Row row : table.rows()) {
            rows.add(measured(table, row));
        }
        text.append(grid(header, rows)).append("\n").append(table.note()).append("\n\n");
        table.published().forEach(published -> text.append(of(published)));
        return text.toString();
    }

    private static List<String> measured(MeasuredTable table, MeasuredTable.Row row) {
        List<String> fields = new ArrayList<>(List.of(row.label()));
        for (int column = 0; column < table.columns().size(); column++) {
            String cell = row.cells().get(column).text(table.columns().get(column));
            fields.add(table.isBest(row, column) ? "**" + cell + "**" : cell);
        }
        int seeds = table.seeds(row);
        fields.add(seeds == 0 ? "any" : Integer.toString(seeds));
        return fields;
    }

    private static String of(PublishedTable published) {
        List<String> header = new ArrayList<>(List.of(""));
        header.addAll(published.columns());
        List<List<String>> rows = new ArrayList<>();
        for (PublishedTable.Row row : published.rows()) {
            List<String> fields = new ArrayList<>(List.of(row.label()));
            fields.addAll(row.values());
            rows.add(fields);
        }
        return "The paper's own figures, on other data: " + published.source() + ", " + published.data() + "\n\n"
                + grid(header, rows) + "\n";
    }

    /** A table of {@code rows} under {@code header}. */
    public static String grid(List<String> header, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(line(header));
        List<String> rules = new ArrayList<>(Collections.nCopies(header.size(), "---:"));
        rules.set(0, "---");
        text.append(line(rules));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> fields) {
        return "| " + String.join(" | ", fields.stream().map(Markdown::escaped).toList()) + " |\n";
    }

    private static String escaped(String field) {
        return field.replace("|", "\\|").replace("\n", " ");
    }
}
