package dev.gangway.local.paper.report;

import dev.gangway.local.paper.plan.Plan;
import dev.gangway.local.paper.run.Findings;
import dev.gangway.local.paper.table.Html;
import java.util.List;
import java.util.Locale;

/** The page with all tables and charts; it needs nothing but itself. */
record HtmlPage(Plan plan, Findings findings, List<Chapter> chapters) {

    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 90rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; }
            h2 { margin-top: 3rem; border-bottom: 1px solid #d9e2ec; } p { max-width: 60rem; color: #3e4c59; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: .3rem .7rem; text-align: right; border-bottom: 1px solid #d9e2ec; vertical-align: top; }
            th:first-child, td:first-child { text-align: left; } thead th { border-bottom: 2px solid #829ab1; }
            .beside { display: flex; flex-wrap: wrap; gap: 2rem; align-items: start; }
            .measured { position: relative; } .published { background: #f0f4f8; padding: .5rem 1rem; color: #52606d; }
            .published table { font-size: .9em; } .run { overflow-x: auto; font-size: .85em; } .run td { text-align: left; }
            .banner { background: #ba2525; color: #fff; font-weight: bold; padding: .6rem 1rem; position: sticky; top: 0; z-index: 1;
              max-width: none; }
            p.watermark { position: absolute; inset: 0; margin: auto; height: 3em; text-align: center; transform: rotate(-8deg);
              font-size: 1.4em; font-weight: bold; color: #ba2525; opacity: .35; pointer-events: none; }
            svg { max-width: 60rem; width: 100%; }
            """;

    String html() {
        String watermark = Summary.watermark(plan.scale());
        return String.format(
                Locale.ROOT,
                """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%s</title><style>
                %s</style></head>
                <body>
                %s<h1>%s</h1>
                <p>%s</p>
                %s%s</body>
                </html>
                """,
                title(),
                STYLE,
                watermark.isEmpty() ? "" : "<p class=\"banner\">" + Html.escaped(watermark) + "</p>\n",
                title(),
                Html.escaped(Summary.READING),
                chapters(watermark),
                whatWasRun());
    }

    private String title() {
        return "The papers' comparisons, scale " + plan.scale().name();
    }

    private String chapters(String watermark) {
        StringBuilder html = new StringBuilder();
        for (Chapter chapter : chapters) {
            html.append("<h2>").append(Html.escaped(chapter.title())).append("</h2>\n");
            chapter.charts().forEach(chart -> html.append(chart.svg()).append('\n'));
            chapter.tables().forEach(table -> html.append(Html.of(table, watermark)));
        }
        return html.toString();
    }

    private String whatWasRun() {
        return "<h2>What was run</h2><p>" + Html.escaped(Summary.datasets(plan) + " " + Summary.seeds(plan))
                + "</p>\n<div class=\"run\">"
                + Html.grid(TrainingRecord.METHOD_HEADER, TrainingRecord.methods(plan))
                + Html.grid(TrainingRecord.JOB_HEADER, TrainingRecord.jobs(plan, findings))
                + "<h3>Chosen on validation images, with the first seed</h3>"
                + Html.grid(ChoiceRecord.HEADER, ChoiceRecord.of(plan, findings)) + "</div>\n";
    }
}
