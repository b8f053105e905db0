package dev.gangway.completion.report;

import dev.gangway.completion.report.ReportPage.Group;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a page that needs nothing from elsewhere: no scripts, its images within it. */
public final class ReportHtml {

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8884; --bar: #3b7dd8; --soft: #5c6370; }
            @media (prefers-color-scheme: dark) { :root { --soft: #a9b1bd; } }
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 1200px; padding: 0 1rem; }
            h1 { font-size: 1.5rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
            h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; }
            dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: .3rem .8rem; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
            th:first-child, td:first-child { text-align: left; } tr:last-child td { font-weight: 600; }
            .note { color: var(--soft); font-size: .9em; }
            .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(270px, 1fr)); gap: 1.1rem; }
            figure { margin: 0; break-inside: avoid; } .images { display: flex; gap: 4px; align-items: flex-start; }
            .images div { flex: 1 1 0; min-width: 0; } .images img { width: 100%; image-rendering: pixelated; display: block; }
            .images span { font-size: .75rem; color: var(--soft); }
            figcaption { font-size: .85rem; overflow-wrap: anywhere; } figcaption b { font-weight: 600; }
            .histograms { display: grid; grid-template-columns: repeat(auto-fill, minmax(260px, 1fr)); gap: 1.5rem; }
            .histograms p { margin: 0 0 .3rem; font-size: .9rem; } svg { width: 100%; } rect { fill: var(--bar); }
            svg text { font-size: 11px; fill: currentColor; }
            """;

    private ReportHtml() {}

    /** The page. */
    public static String of(ReportPage page) {
        return String.format(
                Locale.ROOT,
                """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title><style>
                %2$s</style></head><body>
                <h1>%1$s</h1>
                <dl>%3$s</dl>
                %4$s%5$s%6$s%7$s</body></html>
                """,
                Html.escaped(page.title()),
                STYLE,
                page.facts().stream()
                        .map(fact ->
                                "<dt>" + Html.escaped(fact.name()) + "</dt><dd>" + Html.escaped(fact.value()) + "</dd>")
                        .collect(Collectors.joining("\n")),
                table(page.table()),
                page.groups().stream().map(ReportHtml::group).collect(Collectors.joining()),
                histograms(page.histograms()),
                refused(page.refused()));
    }

    private static String table(FigureTable table) {
        if (table.rows().isEmpty()) {
            return "";
        }
        return "<h2>Figures</h2><div class='wide'><table><thead>" + row("th", table.columns()) + "</thead><tbody>"
                + table.rows().stream().map(row -> row("td", row)).collect(Collectors.joining("\n"))
                + "</tbody></table></div><p class='note'>" + Html.escaped(table.note()) + "</p>\n";
    }

    private static String row(String cell, List<String> values) {
        return values.stream()
                .map(value -> "<" + cell + ">" + Html.escaped(value) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String group(Group group) {
        if (group.tiles().isEmpty()) {
            return "";
        }
        return "<h2>" + Html.escaped(group.title()) + "</h2><div class='tiles'>"
                + group.tiles().stream().map(ReportHtml::tile).collect(Collectors.joining("\n")) + "</div>\n";
    }

    private static String tile(Tile tile) {
        String images = tile.images().stream()
                .map(image -> "<div>" + Html.image(image.image(), image.caption() + " of " + tile.caption()) + "<span>"
                        + Html.escaped(image.caption()) + "</span></div>")
                .collect(Collectors.joining());
        return "<figure><div class='images'>" + images + "</div><figcaption><b>" + Html.escaped(tile.caption())
                + "</b> " + Html.escaped(String.join(" · ", tile.figures())) + "</figcaption></figure>";
    }

    private static String histograms(List<Histogram> histograms) {
        if (histograms.isEmpty()) {
            return "";
        }
        return "<h2>Distributions over the completed images</h2><div class='histograms'>"
                + histograms.stream()
                        .map(histogram ->
                                "<div><p>" + Html.escaped(histogram.title()) + "</p>" + histogram.svg() + "</div>")
                        .collect(Collectors.joining())
                + "</div>\n";
    }

    private static String refused(List<ReportPage.Refusal> refused) {
        if (refused.isEmpty()) {
            return "";
        }
        return "<h2>Not completed</h2><dl>"
                + refused.stream()
                        .map(refusal -> "<dt>" + Html.escaped(refusal.image()) + "</dt><dd>"
                                + Html.escaped(refusal.reason()) + "</dd>")
                        .collect(Collectors.joining("\n"))
                + "</dl>\n";
    }
}
