package dev.gangway.local.paper.report;

import dev.gangway.local.paper.plan.Plan;
import dev.gangway.local.paper.run.Findings;
import dev.gangway.local.paper.table.Markdown;
import dev.gangway.local.paper.table.MeasuredTable;
import java.util.List;

/** All tables as one Markdown file. */
record MarkdownFile(Plan plan, Findings findings, List<Chapter> chapters) {

    String text() {
        String watermark = Summary.watermark(plan.scale());
        StringBuilder text = new StringBuilder(
                "# The papers' comparisons, scale " + plan.scale().name() + "\n\n");
        text.append(mark(watermark)).append(Summary.READING).append("\n\n");
        for (Chapter chapter : chapters) {
            text.append("## ").append(chapter.title()).append("\n\n");
            for (MeasuredTable table : chapter.tables()) {
                text.append(mark(watermark)).append(Markdown.of(table));
            }
        }
        return text.append(whatWasRun()).toString();
    }

    private String whatWasRun() {
        return "## What was run\n\n" + Summary.datasets(plan) + " " + Summary.seeds(plan) + "\n\n"
                + Markdown.grid(TrainingRecord.METHOD_HEADER, TrainingRecord.methods(plan)) + "\n"
                + Markdown.grid(TrainingRecord.JOB_HEADER, TrainingRecord.jobs(plan, findings)) + "\n"
                + "Chosen on validation images, with the first seed:\n\n"
                + Markdown.grid(ChoiceRecord.HEADER, ChoiceRecord.of(plan, findings));
    }

    private static String mark(String watermark) {
        return watermark.isEmpty() ? "" : "> **" + watermark + "**\n\n";
    }
}
