package dev.gangway.local.demo;

import static dev.gangway.local.demo.ResultTable.figure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page that shows a demo's table and pictures; it needs nothing but the files beside it. */
record ReportPage(DemoPlan plan, JsonNode training, List<StageRow> rows, Map<String, String> pictures) {

    private static final String STYLE = """
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; }
            h1 { margin-bottom: 0; } h2 { margin-top: 2.5rem; } p.lead { color: #52606d; margin-top: .25rem; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: .35rem .9rem; text-align: right; border-bottom: 1px solid #d9e2ec; }
            th:first-child, td:first-child { text-align: left; } thead th { border-bottom: 2px solid #829ab1; }
            tr.fill td { color: #627d98; } figure { margin: 1.5rem 0; } figcaption { color: #52606d; margin-bottom: .4rem; }
            img { max-width: 100%; image-rendering: pixelated; border: 1px solid #d9e2ec; }
            """;

    String html() {
        return String.format(
                Locale.ROOT,
                """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Gangway demo</title><style>
                %s</style></head>
                <body>
                <h1>Image completion by ranked stages</h1>
                <p class="lead">Recipe <b>%s</b> on dataset <b>%s</b>; %d held-out images, the centre square of 25&nbsp;%% missing.</p>
                <h2>Fidelity to the truth</h2>
                %s
                <p>PSNR in dB with data range 255, SSIM after Wang. <b>Occluded</b> is the input with a grey hole,
                <b>mean-colour</b> has the mean colour of the image's own visible pixels there, <b>mean-image</b> the training images' mean. FID needs twice as many images as features: where it is
                marked with *, read KID; where KID is marked with †, there are fewer than 50 images, and neither is to be trusted. Later stages are shown as measured; sharper completions often cost PSNR.</p>
                <h2>Training</h2>
                %s
                <h2>Pictures</h2>
                %s</body>
                </html>
                """,
                STYLE,
                escaped(plan.recipe()),
                escaped(plan.dataset()),
                plan.images(),
                table(),
                stages(),
                figures());
    }

    private String table() {
        StringBuilder html = new StringBuilder("<table><thead><tr><th></th><th>PSNR</th><th>SSIM</th><th>PSNR hole</th>"
                + "<th>SSIM hole</th><th>FID</th><th>KID</th><th>images</th><th>features</th></tr></thead><tbody>\n");
        for (StageRow row : rows) {
            html.append(String.format(
                    Locale.ROOT,
                    "<tr%s><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s%s</td><td>%s%s</td><td>%d</td><td>%s</td></tr>%n",
                    row.stage() instanceof Integer ? "" : " class=\"fill\"",
                    escaped(row.heading()),
                    figure("%.2f", row.psnr()),
                    figure("%.3f", row.ssim()),
                    figure("%.2f", row.psnrHole()),
                    figure("%.3f", row.ssimHole()),
                    figure("%.1f", row.fid()),
                    row.fid() == null || row.fidReliable() ? "" : "*",
                    figure("%.3f", row.kid()),
                    row.kid() == null || row.kidReliable() ? "" : "†",
                    row.samples(),
                    escaped(row.extractor())));
        }
        return html.append("</tbody></table>").toString();
    }

    private String stages() {
        StringBuilder html =
                new StringBuilder("<table><thead><tr><th>stage</th><th>updates</th><th>ended by</th><th>gap</th>"
                        + "<th>D(x) &gt; D(G)</th><th>D(G) &gt; D(G before)</th></tr></thead><tbody>\n");
        for (JsonNode stage : training.path("stages")) {
            JsonNode figures = stage.path("figures");
            html.append(String.format(
                    Locale.ROOT,
                    "<tr><td>%d %s</td><td>%d</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>%n",
                    stage.path("stage").asInt(),
                    escaped(stage.path("kind").asText()),
                    stage.path("updates").asLong(),
                    escaped(stage.path("reason").asText()),
                    figure("%.2f", number(figures, "gap")),
                    share(number(figures, "held-out.real-above-generated")),
                    share(number(figures, "held-out.generated-above-previous"))));
        }
        return html.append("</tbody></table>").toString();
    }

    private String figures() {
        StringBuilder html = new StringBuilder();
        pictures.forEach((file, caption) -> html.append(String.format(
                Locale.ROOT,
                "<figure><figcaption>%s</figcaption><img src=\"%s\" alt=\"%s\"></figure>%n",
                escaped(caption),
                escaped(file),
                escaped(caption))));
        return html.toString();
    }

    private static Double number(JsonNode figures, String name) {
        return figures.hasNonNull(name) ? (Double) figures.path(name).asDouble() : null;
    }

    private static String share(Double share) {
        return share == null ? "-" : figure("%.0f %%", 100 * share);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
