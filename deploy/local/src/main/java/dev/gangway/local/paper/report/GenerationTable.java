package dev.gangway.local.paper.report;

import dev.gangway.local.paper.plan.Subject;
import dev.gangway.local.paper.table.Cell;
import dev.gangway.local.paper.table.Column;
import dev.gangway.local.paper.table.MeasuredTable;
import dev.gangway.local.paper.table.MeasuredTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * RankGAN's Table 1.
 *
 * @param measured the figures
 */
record GenerationTable(Measured measured) {

    /** Twice the number of features. */
    private static final int FID_NEEDS = 4_096;

    private static final String USUAL_EXTRACTOR = "resnet50";

    MeasuredTable table() {
        String extractor = measured.suffix("samples.fid-").orElse(USUAL_EXTRACTOR);
        String images = measured.comparison().images().name();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.reference("Real", real()));
        measured.comparison().subjects().forEach(subject -> rows.add(Row.of(subject.label(), cells(subject))));
        return new MeasuredTable(
                "generation-" + images,
                "Generated images, stage by stage (RankGAN Table 1), on " + images,
                "With the encoder: held-out images through encoder and generator. Without: latents drawn from the prior. "
                        + "Features and classes of " + extractor
                        + ", so neither FID nor Inception Score compares with the"
                        + " paper's, which are Inception's." + counted(),
                columns(extractor),
                rows,
                List.of(RankganFigures.TABLE_1));
    }

    private String counted() {
        Cell count = measured.anyStage("measured-images");
        return count.figure() == null
                ? ""
                : String.format(
                                Locale.ROOT,
                                " %d images in each set.",
                                Math.round(count.figure().mean()))
                        + Notes.distances(
                                Math.round(count.figure().mean()),
                                count.figure().mean() >= FID_NEEDS);
    }

    private static List<Column> columns(String extractor) {
        List<Column> columns = new ArrayList<>();
        for (String kind : List.of("with encoder: ", "from the prior: ")) {
            columns.add(Column.lower(kind + "FID-" + extractor, 1));
            columns.add(Column.lower(kind + "KID-" + extractor, 3));
            columns.add(Column.higher(kind + "Inception Score-" + extractor, 2));
        }
        return columns;
    }

    private List<Cell> real() {
        Cell score = measured.anyStage("real.inception-score-");
        return List.of(Cell.NONE, Cell.NONE, score, Cell.NONE, Cell.NONE, score);
    }

    private List<Cell> cells(Subject subject) {
        List<Cell> cells = new ArrayList<>();
        for (String kind : List.of("reconstructions.", "samples.")) {
            for (String figure : List.of("fid-", "kid-", "inception-score-")) {
                cells.add(measured.stage(subject, kind + figure));
            }
        }
        return cells;
    }
}
