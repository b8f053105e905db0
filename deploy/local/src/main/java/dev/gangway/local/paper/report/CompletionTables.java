package dev.gangway.local.paper.report;

import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.local.paper.plan.Masks;
import dev.gangway.local.paper.table.Cell;
import dev.gangway.local.paper.table.Column;
import dev.gangway.local.paper.table.MeasuredTable;
import dev.gangway.local.paper.table.MeasuredTable.Row;
import dev.gangway.local.paper.table.PublishedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * GoGAN's tables.
 *
 * @param measured the figures
 */
record CompletionTables(Measured measured) {

    private static final int SSIM_DECIMALS = 4;

    List<MeasuredTable> all() {
        return List.of(
                squares("psnr", "PSNR in dB, whole image", 2, GoganFigures.PSNR),
                squares("ssim", "SSIM, whole image", SSIM_DECIMALS, GoganFigures.SSIM),
                squares("psnrHole", "PSNR in dB, hole only", 2, List.of()),
                squares("ssimHole", "SSIM, hole only", SSIM_DECIMALS, List.of()),
                tableFive());
    }

    private MeasuredTable squares(String figure, String title, int decimals, List<PublishedTable> published) {
        return new MeasuredTable(
                id("completion-" + figure.replace("Hole", "-hole")),
                title + ", by the share of the image that is hidden (GoGAN Tables 2-4), on "
                        + measured.comparison().images().name(),
                Notes.completion(measured, Masks.CHOICE_SQUARE),
                Masks.SQUARES.stream()
                        .map(mask -> Column.higher(Masks.title(mask), decimals))
                        .toList(),
                rows(figure),
                published);
    }

    private MeasuredTable tableFive() {
        List<Column> columns = new ArrayList<>();
        Masks.SQUARES_OF_TABLE_5.forEach(
                mask -> columns.add(Column.higher("SSIM " + Masks.title(mask), SSIM_DECIMALS)));
        Masks.SQUARES_OF_TABLE_5.forEach(mask -> columns.add(Column.higher("PSNR " + Masks.title(mask), 2)));
        return new MeasuredTable(
                id("completion-table-5"),
                "SSIM and PSNR in dB of whole images (GoGAN Table 5), on "
                        + measured.comparison().images().name(),
                Notes.completion(measured, Masks.CHOICE_SQUARE) + " From the same jobs as the tables above.",
                columns,
                FidelityRows.of(measured, Masks.SQUARES_OF_TABLE_5),
                List.of(GoganFigures.TABLE_5));
    }

    private List<Row> rows(String figure) {
        List<Row> rows = new ArrayList<>();
        FidelityRows.FILLS.forEach(
                (row, label) -> rows.add(Row.of(label, cells(mask -> measured.fill(row, mask, figure)))));
        measured.comparison()
                .subjects()
                .forEach(subject ->
                        rows.add(Row.of(subject.label(), cells(mask -> measured.completed(subject, mask, figure)))));
        return rows;
    }

    private static List<Cell> cells(Function<MaskRecipe, Cell> figure) {
        return Masks.SQUARES.stream().map(figure).toList();
    }

    private String id(String table) {
        return table + "-" + measured.comparison().images().name();
    }
}
