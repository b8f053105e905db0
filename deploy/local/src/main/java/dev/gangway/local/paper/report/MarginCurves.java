package dev.gangway.local.paper.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.local.paper.plan.Comparison;
import dev.gangway.local.paper.plan.Subject;
import dev.gangway.local.paper.run.Findings;
import dev.gangway.local.paper.run.TrainingResults;
import dev.gangway.local.paper.table.Curve;
import dev.gangway.local.paper.table.LineChart;
import java.util.ArrayList;
import java.util.List;

/**
 * The margin of separation over training, one line for each seed (GoGAN Figure 5).
 *
 * @param comparison what is compared
 * @param findings what was found
 */
record MarginCurves(Comparison comparison, Findings findings) {

    LineChart chart() {
        return new LineChart(
                "Margin of separation on " + comparison.images().name(),
                "generator updates",
                "gap D(x) − D(G(z)), held-out images",
                comparison.subjects().stream().map(this::curve).toList());
    }

    private Curve curve(Subject subject) {
        return new Curve(
                subject.label(),
                comparison.seeds().stream()
                        .flatMap(seed -> findings.of(comparison.training(subject, seed)).stream())
                        .map(results -> run(results, subject.stage()))
                        .toList());
    }

    private static Curve.Run run(TrainingResults results, int stage) {
        List<Curve.Point> points = new ArrayList<>();
        for (JsonNode point : results.curves()) {
            if (point.path("stage").asInt() == stage && point.path("values").hasNonNull("gap")) {
                points.add(new Curve.Point(
                        point.path("step").asDouble(),
                        point.path("values").path("gap").asDouble()));
            }
        }
        return new Curve.Run(points);
    }
}
