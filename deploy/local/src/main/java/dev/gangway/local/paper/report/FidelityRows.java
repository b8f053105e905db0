package dev.gangway.local.paper.report;

import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.local.paper.plan.Subject;
import dev.gangway.local.paper.run.CompletionResults;
import dev.gangway.local.paper.table.Cell;
import dev.gangway.local.paper.table.MeasuredTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rows with SSIM of whole images under some masks, then PSNR under the same. */
final class FidelityRows {

    /** What stands beside the methods, in the order of the table. */
    static final Map<String, String> FILLS = fills();

    private FidelityRows() {}

    static List<Row> of(Measured measured, List<MaskRecipe> masks) {
        List<Row> rows = new ArrayList<>();
        FILLS.forEach((row, label) ->
                rows.add(Row.of(label, both(masks, figure -> mask -> measured.fill(row, mask, figure)))));
        for (Subject subject : measured.comparison().subjects()) {
            rows.add(Row.of(subject.label(), ofSubject(measured, subject, masks)));
        }
        return rows;
    }

    static List<Cell> ofSubject(Measured measured, Subject subject, List<MaskRecipe> masks) {
        return both(masks, figure -> mask -> measured.completed(subject, mask, figure));
    }

    private static List<Cell> both(List<MaskRecipe> masks, Function<String, Function<MaskRecipe, Cell>> figure) {
        List<Cell> cells = new ArrayList<>();
        masks.forEach(mask -> cells.add(figure.apply("ssim").apply(mask)));
        masks.forEach(mask -> cells.add(figure.apply("psnr").apply(mask)));
        return cells;
    }

    private static Map<String, String> fills() {
        Map<String, String> fills = new LinkedHashMap<>();
        fills.put(CompletionResults.OCCLUDED, "Occluded (grey hole)");
        fills.put(CompletionResults.MEAN_COLOUR, "Mean visible colour");
        fills.put(CompletionResults.MEAN_IMAGE, "Mean image");
        return fills;
    }
}
