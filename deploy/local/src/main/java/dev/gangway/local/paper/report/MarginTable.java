package dev.gangway.local.paper.report;

import dev.gangway.local.paper.plan.Masks;
import dev.gangway.local.paper.table.Cell;
import dev.gangway.local.paper.table.Column;
import dev.gangway.local.paper.table.MeasuredTable;
import dev.gangway.local.paper.table.MeasuredTable.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * What GoGAN's Figures 6 and 7 draw, as a table, with the gap that training ended with.
 *
 * @param measured the figures
 */
record MarginTable(Measured measured) {

    MeasuredTable table() {
        List<Row> rows = measured.comparison().subjects().stream()
                .map(subject -> {
                    List<Cell> cells = new ArrayList<>();
                    cells.add(measured.stage(subject, "gap"));
                    cells.addAll(FidelityRows.ofSubject(measured, subject, Masks.SQUARES_OF_TABLE_5));
                    return Row.of(subject.label(), cells);
                })
                .toList();
        String images = measured.comparison().images().name();
        return new MeasuredTable(
                "margin-" + images,
                "Margin of separation at the end, and completion (GoGAN Figures 5-7), on " + images,
                Notes.completion(measured, Masks.CHOICE_SQUARE)
                        + " The gap is GoGAN eq. 6 on held-out images, in units of each critic's own score."
                        + " The paper draws these figures and gives no numbers.",
                List.of(
                        Column.plain("gap", 3),
                        Column.higher("SSIM 25 %", 4),
                        Column.higher("SSIM 49 %", 4),
                        Column.higher("PSNR 25 %", 2),
                        Column.higher("PSNR 49 %", 2)),
                rows,
                List.of());
    }
}
