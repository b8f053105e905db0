package dev.gangway.local.paper.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gangway.local.paper.plan.Plan;
import dev.gangway.local.paper.run.Findings;
import dev.gangway.local.paper.table.Csv;
import dev.gangway.local.paper.table.MeasuredTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes what a run found into a folder: {@code results.json}, a CSV for each table, {@code tables.md}, {@code index.html}. */
public final class PaperReport {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;

    /** A report in {@code folder}. */
    public PaperReport(Path folder) {
        this.folder = folder;
    }

    /** Writes everything; returns the page. */
    public Path write(Plan plan, Findings findings) throws IOException {
        List<Chapter> chapters = Chapter.of(plan, findings);
        Files.createDirectories(folder);
        Files.write(
                folder.resolve("results.json"),
                JSON.writeValueAsBytes(new ResultsFile(plan, findings, chapters).json()));
        for (Chapter chapter : chapters) {
            for (MeasuredTable table : chapter.tables()) {
                Files.writeString(folder.resolve(table.id() + ".csv"), Csv.of(table, Summary.watermark(plan.scale())));
            }
        }
        Files.writeString(folder.resolve("tables.md"), new MarkdownFile(plan, findings, chapters).text());
        Path page = folder.resolve("index.html");
        Files.writeString(page, new HtmlPage(plan, findings, chapters).html());
        return page;
    }
}
