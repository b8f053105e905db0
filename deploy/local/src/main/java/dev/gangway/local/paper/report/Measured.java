package dev.gangway.local.paper.report;

import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.local.paper.plan.Comparison;
import dev.gangway.local.paper.plan.Subject;
import dev.gangway.local.paper.run.CompletionResults;
import dev.gangway.local.paper.run.Findings;
import dev.gangway.local.paper.run.TrainingResults;
import dev.gangway.local.paper.table.Cell;
import dev.gangway.local.paper.table.Spread;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The figures of a comparison over its seeds.
 *
 * @param comparison what is compared
 * @param findings what was found
 */
record Measured(Comparison comparison, Findings findings) {

    private static final Cell MISSING = new Cell(null, "no result");

    /** A figure of the completed images. */
    Cell completed(Subject subject, MaskRecipe mask, String figure) {
        return over(seed -> findings.of(comparison.evaluation(subject, seed, mask))
                .flatMap(results -> results.figure(CompletionResults.COMPLETED, figure)));
    }

    /** A figure of the input or of a fill: the same whatever the network and the seed. */
    Cell fill(String row, MaskRecipe mask, String figure) {
        return anyResults(mask)
                .flatMap(results -> results.figure(row, figure))
                .map(value -> Cell.of(Spread.constant(value)))
                .orElse(MISSING);
    }

    /** A figure of the end of the subject's stage, by the start of its name. */
    Cell stage(Subject subject, String prefix) {
        return over(seed -> findings.of(comparison.training(subject, seed))
                .flatMap(results -> results.figure(subject.stage(), prefix)));
    }

    /** A figure of the end of any subject's stage that has it: one that no training changes. */
    Cell anyStage(String prefix) {
        return firstStage((results, stage) -> results.figure(stage, prefix))
                .map(value -> Cell.of(Spread.constant(value)))
                .orElse(MISSING);
    }

    /** The rest of the name of a stage's figure. */
    Optional<String> suffix(String prefix) {
        return firstStage((results, stage) -> results.suffix(stage, prefix));
    }

    /** The results of one evaluation under {@code mask}, whichever there are. */
    Optional<CompletionResults> anyResults(MaskRecipe mask) {
        return comparison.subjects().stream()
                .flatMap(subject -> comparison.seeds().stream().map(seed -> comparison.evaluation(subject, seed, mask)))
                .flatMap(evaluation -> findings.of(evaluation).stream())
                .findFirst();
    }

    private <T> Optional<T> firstStage(StageFigure<T> figure) {
        return comparison.subjects().stream()
                .flatMap(subject -> comparison.seeds().stream()
                        .flatMap(seed -> findings.of(comparison.training(subject, seed)).stream())
                        .flatMap(results -> figure.of(results, subject.stage()).stream()))
                .findFirst();
    }

    private Cell over(Function<Long, Optional<Double>> figure) {
        List<Double> values = comparison.seeds().stream()
                .flatMap(seed -> figure.apply(seed).stream())
                .toList();
        return values.isEmpty() ? MISSING : Cell.of(Spread.of(values));
    }

    /** Reads something of a stage's end. */
    private interface StageFigure<T> {
        Optional<T> of(TrainingResults results, int stage);
    }
}
