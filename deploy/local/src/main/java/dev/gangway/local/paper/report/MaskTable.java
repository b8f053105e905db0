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

    private static final List<String> FIGURES = List.of(
            "fid",
            "kid",
            "inceptionScore",
            "psnr",
            "ssim",
            "psnrHole",
            "ssimHole",
            "faces/0/similarity/mean",
            "faces/0/auc");

    MeasuredTable table() {
        Optional<CompletionResults> any = measured.anyResults(Masks.CENTRE_LARGE);
        String images = measured.comparison().images().name();
        Optional<String> matcher = any.flatMap(CompletionResults::matcher);
        List<Row> rows = new ArrayList<>();
        rows.add(Row.reference("Original", cells(this::original)));
        FidelityRows.FILLS.forEach((row, label) -> rows.add(Row.of(label, cells(figure -> filled(row, figure)))));
        for (Subject subject : measured.comparison().subjects()) {
            rows.add(Row.of(subject.label(), cells(figure -> completed(subject, figure))));
        }
        return new MeasuredTable(
                "masks-" + images,
                "Completion under the large centre mask (RankGAN Table 2), on " + images,
                Notes.completion(measured, Masks.CENTRE_LARGE)
                        + any.map(results -> Notes.distances(results.samples(), results.isFidReliable()))
                                .orElse("")
                        + matcher.map(name -> " The paper's matchers, OpenFace and PittPatt, are not to be had; " + name
                                        + " stands in their place.")
                                .orElse(" Whether faces are recognised is not measured: these images are of none."),
                columns(any.map(CompletionResults::extractor).orElse("resnet50"), matcher.orElse("no matcher")),
                rows,
                List.of(RankganFigures.TABLE_2));
    }

    private static List<Column> columns(String extractor, String matcher) {
        return List.of(
                Column.lower("FID-" + extractor, 1),
                Column.lower("KID-" + extractor, 3),
                Column.higher("Inception Score-" + extractor, 3),
                Column.higher("PSNR", 2),
                Column.higher("SSIM", 4),
                Column.higher("PSNR, hole", 2),
                Column.higher("SSIM, hole", 4),
                Column.higher("Face similarity, " + matcher, 4),
                Column.higher("Face AUC, " + matcher, 4));
    }

    /** The true images against themselves: only what is said of them alone. */
    private Cell original(String figure) {
        return figure.equals("inceptionScore") || figure.startsWith("faces")
                ? filled(CompletionResults.TRUTH, figure)
                : Cell.NONE;
    }

    private Cell filled(String row, String figure) {
        return ofFaces(figure) ? Cell.NOT_MEASURED : measured.fill(row, Masks.CENTRE_LARGE, figure);
    }

    private Cell completed(Subject subject, String figure) {
        return ofFaces(figure) ? Cell.NOT_MEASURED : measured.completed(subject, Masks.CENTRE_LARGE, figure);
    }

    /** Whether {@code figure} is one of faces, and these images are not. */
    private boolean ofFaces(String figure) {
        return figure.startsWith("faces") && !measured.comparison().images().faces();
    }

    private static List<Cell> cells(Function<String, Cell> figure) {
        return FIGURES.stream().map(figure).toList();
    }
}
