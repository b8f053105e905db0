package dev.gangway.local.paper.table;

import java.util.ArrayList;
import java.util.List;

/** Writes tables as HTML. */
public final class Html {

    private Html() {}

    /**
     * The table with the best figures in bold, beside the papers' own tables.
     *
     * @param watermark stands across what was measured; empty for none
     */
    public static String of(MeasuredTable table, String watermark) {
        StringBuilder html =
                new StringBuilder("<section><h3>" + escaped(table.title()) + "</h3><div class=\"beside\">");
        html.append("<div class=\"measured\"")
                .append(watermark.isEmpty() ? "" : " data-watermark=\"" + escaped(watermark) + "\"")
                .append("><table><thead><tr><th></th>");
        table.columns().forEach(column -> html.append(tag("th", column.name())));
        html.append("<th>seeds</th></tr></thead><tbody>\n");
        table.rows().forEach(row -> html.append(measured(table, row)));
        html.append("</tbody></table>")
                .append(watermark.isEmpty() ? "" : tag("p class=\"watermark\"", watermark))
                .append("</div>\n");
        table.published().forEach(published -> html.append(of(published)));
        return html.append("</div>")
                .append(tag("p", table.note()))
                .append("</section>\n")
                .toString();
    }

    /** A table of {@code rows} under {@code header}. */
    public static String grid(List<String> header, List<List<String>> rows) {
        StringBuilder html =
                new StringBuilder("<table><thead>").append(line("th", header)).append("</thead><tbody>\n");
        rows.forEach(row -> html.append(line("td", row)));
        return html.append("</tbody></table>\n").toString();
    }

    /** Text as HTML. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String measured(MeasuredTable table, MeasuredTable.Row row) {
        StringBuilder html = new StringBuilder("<tr>" + tag("td", row.label()));
        for (int column = 0; column < table.columns().size(); column++) {
            String cell = row.cells().get(column).text(table.columns().get(column));
            html.append(table.isBest(row, column) ? "<td><b>" + escaped(cell) + "</b></td>" : tag("td", cell));
        }
        int seeds = table.seeds(row);
        return html.append(tag("td", seeds == 0 ? "any" : Integer.toString(seeds)))
                .append("</tr>\n")
                .toString();
    }

    private static String of(PublishedTable published) {
        List<String> header = new ArrayList<>(List.of(""));
        header.addAll(published.columns());
        List<List<String>> rows = published.rows().stream()
                .map(row -> {
                    List<String> fields = new ArrayList<>(List.of(row.label()));
                    fields.addAll(row.values());
                    return fields;
                })
                .toList();
        return "<div class=\"published\"><p><b>The paper's own figures, on other data</b><br>"
                + escaped(published.source() + ", " + published.data()) + "</p>" + grid(header, rows) + "</div>\n";
    }

    private static String line(String tag, List<String> fields) {
        StringBuilder html = new StringBuilder("<tr>");
        fields.forEach(field -> html.append(tag(tag, field)));
        return html.append("</tr>\n").toString();
    }

    private static String tag(String tag, String text) {
        return "<" + tag + ">" + escaped(text) + "</" + tag.split(" ", 2)[0] + ">";
    }
}
