package dev.gangway.benchmarks.search;

import java.util.Locale;

/** A report as a page of Markdown. */
final class ReportPage {

    private ReportPage() {}

    static String of(SearchReport report) {
        return "# completion-search\n\n" + setting(report) + "\n" + methods(report) + "\n" + verdict(report) + "\n"
                + candidates(report);
    }

    private static String setting(SearchReport report) {
        Scope scope = report.scope();
        Conditions here = report.conditions();
        return text(
                "%s (VAE and critic), batch of %d images, centre square of %.0f %% hidden, λ %s; %s, %d of %d processors, %s, %s; "
                        + "medians of %d rounds (least to most).%n",
                report.recipe(),
                scope.images(),
                scope.hole() * 100,
                report.lambda(),
                here.device(),
                here.threads(),
                here.processors(),
                here.system(),
                here.java(),
                scope.repetitions());
    }

    private static String methods(SearchReport report) {
        StringBuilder table = new StringBuilder("""
                | test images | hole PSNR | updates: mean, most | seconds | share of plain |
                |---|---:|---:|---:|---:|
                """);
        for (SearchReport.Row row : report.methods()) {
            table.append(text(
                    "| %s | %.2f dB | %.0f, %d | %.2f (%.2f to %.2f) | %.4f (%.4f to %.4f) |%n",
                    row.name(),
                    row.holePsnr(),
                    row.meanUpdates(),
                    row.mostUpdates(),
                    row.seconds().median(),
                    row.seconds().least(),
                    row.seconds().most(),
                    row.share().median(),
                    row.share().least(),
                    row.share().most()));
        }
        return table.toString();
    }

    private static String verdict(SearchReport report) {
        SearchReport.Row chosen = report.methods().get(report.chosen());
        return text(
                "The chosen search needs %.4f of the plain one's time: %s %s. Its hole PSNR is %+.2f dB beside it: %s.%n",
                chosen.share().median(),
                report.isWithinClaim() ? "within" : "not within",
                SearchReport.CLAIM,
                chosen.holePsnr() - report.methods().get(0).holePsnr(),
                report.isAsGood() ? "as good" : "not as good");
    }

    private static String candidates(SearchReport report) {
        StringBuilder table = new StringBuilder(
                text("The choice on validation images; plain: %.2f dB.%n%n", report.plainOnValidation()));
        table.append("""
                | rate | tolerance | window | hole PSNR | mean updates | as good as plain |
                |---:|---:|---:|---:|---:|---|
                """);
        for (SearchReport.Candidate one : report.candidates()) {
            table.append(text(
                    "| %.2f | %.2f | %d | %.2f dB | %.0f | %s |%n",
                    one.rate(),
                    one.tolerance(),
                    one.window(),
                    one.holePsnr(),
                    one.meanUpdates(),
                    one.asGood() ? "yes" : "no"));
        }
        return table.toString();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
