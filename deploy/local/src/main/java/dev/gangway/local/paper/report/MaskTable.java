package dev.gangway.local.paper.report;

import dev.gangway.local.paper.plan.Masks;
import dev.gangway.local.paper.plan.Subject;
import dev.gangway.local.paper.run.CompletionResults;
import dev.gangway.local.paper.table.Cell;
import dev.gangway.local.paper.table.Column;
import dev.gangway.local.paper.table.MeasuredTable;
import dev.gangway.local.paper.table.MeasuredTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * RankGAN's Table 2.
 *
 * @param measured the figures
 */
record MaskTable(Measured measured) {

    private static final List<String> FIGURES = List.of("fid", "kid", "psnr", "ssim", "psnrHole", "ssimHole");

    MeasuredTable table() {
        Optional<CompletionResults> any = measured.anyResults(Masks.CENTRE_LARGE);
        String images = measured.comparison().images().name();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.reference("Original", original()));
        FidelityRows.FILLS.forEach((row, label) ->
                rows.add(Row.of(label, cells(figure -> measured.fill(row, Masks.CENTRE_LARGE, figure)))));
        for (Subject subject : measured.comparison().subjects()) {
            rows.add(Row.of(subject.label(), cells(figure -> measured.completed(subject, Masks.CENTRE_LARGE, figure))));
        }
        return new MeasuredTable(
                "masks-" + images,
                "Completion under the large centre mask (RankGAN Table 2), on " + images,
                Notes.completion(measured, Masks.CENTRE_LARGE)
                        + Notes.distances(
                                any.map(CompletionResults::isFidReliable).orElse(true))
                        + " The two face matchers are not measured here.",
                columns(any.map(CompletionResults::extractor).orElse("resnet50")),
                rows,
                List.of(RankganFigures.TABLE_2));
    }

    private static List<Column> columns(String extractor) {
        return List.of(
                Column.lower("FID-" + extractor, 1),
                Column.lower("KID-" + extractor, 3),
                Column.higher("PSNR", 2),
                Column.higher("SSIM", 4),
                Column.higher("PSNR, hole", 2),
                Column.higher("SSIM, hole", 4),
                Column.plain("OpenFace (AUC)", 4),
                Column.plain("PittPatt (AUC)", 4));
    }

    private static List<Cell> original() {
        List<Cell> cells =
                new ArrayList<>(FIGURES.stream().map(figure -> Cell.NONE).toList());
        cells.add(Cell.NOT_MEASURED);
        cells.add(Cell.NOT_MEASURED);
        return cells;
    }

    private static List<Cell> cells(Function<String, Cell> figure) {
        List<Cell> cells = new ArrayList<>(FIGURES.stream().map(figure).toList());
        cells.add(Cell.NOT_MEASURED);
        cells.add(Cell.NOT_MEASURED);
        return cells;
    }
}
