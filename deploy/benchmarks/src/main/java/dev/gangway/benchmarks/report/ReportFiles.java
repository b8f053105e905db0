package dev.gangway.benchmarks.report;

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

    /**
     * Writes both and returns the page.
     *
     * @param figures a record, or whatever else Jackson writes
     * @param text the page
     */
    public String write(Object figures, String text) throws IOException {
        Files.createDirectories(json.toAbsolutePath().getParent());
        Files.write(json, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(figures));
        Files.writeString(page, text);
        return text;
    }
}
