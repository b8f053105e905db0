package dev.gangway.benchmarks.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a report goes.
 *
 * @param json all figures
 * @param page the tables, in Markdown
 */
public record ReportFiles(Path json, Path page) {

    /** {@code report.json} and {@code report.md} in {@code folder}, which need not be there. */
    public static ReportFiles of(Path folder) {
        return new ReportFiles(folder.resolve("report.json"), folder.resolve("report.md"));
    }

    /** Writes both and returns the page. */
    public String write(SearchReport report) throws IOException {
        Files.createDirectories(json.toAbsolutePath().getParent());
        Files.write(json, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
        String text = ReportPage.of(report);
        Files.writeString(page, text);
        return text;
    }
}
