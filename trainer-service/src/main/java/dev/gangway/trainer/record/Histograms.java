package dev.gangway.trainer.record;

import dev.gangway.gan.training.ScoreDistributions;
import java.util.ArrayList;
import java.util.List;

/** How the scores of held-out images were spread at some points of a run: the numbers behind the papers' Figure 4. */
final class Histograms {

    private final List<Point> points;

    Histograms(List<Point> points) {
        this.points = new ArrayList<>(points);
    }

    /**
     * The scores at one point.
     *
     * @param stage the stage, from 1
     * @param step steps done in the stage
     * @param edges of the bins, one more than there are counts
     * @param real how many D(x) lie in each bin
     * @param generated the same of D(G_i(z))
     * @param previous the same of D(G_{i-1}(z)); null before ranked stages
     */
    record Point(
            int stage,
            long step,
            List<Double> edges,
            List<Integer> real,
            List<Integer> generated,
            List<Integer> previous) {

        static Point of(int stage, long step, ScoreDistributions scores) {
            return new Point(
                    stage,
                    step,
                    scores.edges(),
                    scores.real().counts(),
                    scores.current().counts(),
                    scores.previous()
                            .map(ScoreDistributions.Distribution::counts)
                            .orElse(null));
        }
    }

    /**
     * The file {@code score-distributions.json}.
     *
     * @param points in the order of training
     */
    record Content(List<Point> points) {}

    void add(Point point) {
        points.add(point);
    }

    void goOnFrom(int stage, long step) {
        points.removeIf(point -> point.stage() > stage || (point.stage() == stage && point.step() > step));
    }

    List<Point> points() {
        return List.copyOf(points);
    }

    Content content() {
        return new Content(points());
    }
}
