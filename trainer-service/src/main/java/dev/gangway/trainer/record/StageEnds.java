package dev.gangway.trainer.record;

import dev.gangway.contracts.recipe.StageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was measured at the end of each stage of a run. */
final class StageEnds {

    /** By how much GoGAN's Theorem 4.1 lets the gap of a ranked stage be smaller than stage 1's. */
    static final double THEOREM_4_1 = 0.5;

    private final List<End> ends;

    StageEnds(List<End> ends) {
        this.ends = new ArrayList<>(ends);
    }

    /**
     * The end of a stage.
     *
     * @param stage the stage, from 0
     * @param kind what it trained
     * @param steps steps it took
     * @param figures by name
     */
    record End(int stage, StageKind kind, long steps, Map<String, Double> figures) {}

    /**
     * The file {@code stages.json}.
     *
     * @param gapReductionByTheorem41 what {@code gap-reduction} of a ranked stage is to be compared to
     * @param stages in their order
     */
    record Content(double gapReductionByTheorem41, List<End> stages) {}

    void add(End end) {
        ends.add(end);
    }

    /** Forgets the ends of {@code stage} and of all that follow: the run goes on before them. */
    void goOnIn(int stage) {
        ends.removeIf(end -> end.stage() >= stage);
    }

    List<End> all() {
        return List.copyOf(ends);
    }

    Content content() {
        return new Content(THEOREM_4_1, all());
    }
}
