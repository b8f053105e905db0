package dev.gangway.local.paper.report;

import dev.gangway.local.paper.plan.Comparison;
import dev.gangway.local.paper.plan.Experiment;
import dev.gangway.local.paper.plan.Plan;
import dev.gangway.local.paper.run.Findings;
import dev.gangway.local.paper.table.LineChart;
import dev.gangway.local.paper.table.MeasuredTable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page shows of one comparison.
 *
 * @param title what a reader sees above it
 * @param tables its tables
 * @param charts its charts
 */
record Chapter(String title, List<MeasuredTable> tables, List<LineChart> charts) {

    static List<Chapter> of(Plan plan, Findings findings) {
        List<Chapter> chapters = new ArrayList<>();
        for (Comparison comparison : plan.comparisons()) {
            chapters.add(new Chapter(
                    comparison.experiment().title() + ": " + comparison.images().name(),
                    ComparisonTables.of(comparison, findings),
                    comparison.experiment() == Experiment.MARGIN
                            ? List.of(new MarginCurves(comparison, findings).chart())
                            : List.of()));
        }
        return chapters;
    }
}
