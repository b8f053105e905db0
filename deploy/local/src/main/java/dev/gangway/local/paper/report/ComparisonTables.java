package dev.gangway.local.paper.report;

import dev.gangway.local.paper.plan.Comparison;
import dev.gangway.local.paper.run.Findings;
import dev.gangway.local.paper.table.MeasuredTable;
import java.util.List;

/** Makes the tables of a comparison. */
final class ComparisonTables {

    private ComparisonTables() {}

    static List<MeasuredTable> of(Comparison comparison, Findings findings) {
        Measured measured = new Measured(comparison, findings);
        return switch (comparison.experiment()) {
            case COMPLETION -> new CompletionTables(measured).all();
            case MARGIN -> List.of(new MarginTable(measured).table());
            case GENERATION -> List.of(new GenerationTable(measured).table());
            case MASKS -> List.of(new MaskTable(measured).table());
        };
    }
}
