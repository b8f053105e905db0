package dev.gangway.local.paper.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.local.paper.plan.Comparison;
import dev.gangway.local.paper.plan.Method;
import dev.gangway.local.paper.plan.Plan;
import dev.gangway.local.paper.plan.Subject;
import dev.gangway.local.paper.plan.Training;
import dev.gangway.local.paper.run.Findings;
import dev.gangway.local.paper.run.SettingsChoice;
import java.util.List;

/** All figures, with what they came from, as JSON. */
record ResultsFile(Plan plan, Findings findings, List<Chapter> chapters) {

    private static final ObjectMapper JSON = new ObjectMapper();

    ObjectNode json() {
        ObjectNode results = JsonNodeFactory.instance.objectNode();
        String watermark = Summary.watermark(plan.scale());
        if (!watermark.isEmpty()) {
            results.put("watermark", watermark);
        }
        results.set("scale", JSON.valueToTree(plan.scale()));
        results.set("datasets", JSON.valueToTree(plan.datasets()));
        addMethods(results.putArray("methods"));
        addTrainings(results.putArray("trainings"));
        addChoices(results.putArray("choices"));
        ArrayNode tables = results.putArray("tables");
        ArrayNode charts = results.putArray("charts");
        for (Chapter chapter : chapters) {
            chapter.tables().forEach(table -> tables.add(JSON.<ObjectNode>valueToTree(table)));
            chapter.charts().forEach(chart -> charts.add(JSON.<ObjectNode>valueToTree(chart)));
        }
        return results;
    }

    private void addMethods(ArrayNode methods) {
        for (Method method : plan.methods()) {
            ObjectNode node = methods.addObject()
                    .put("id", method.id())
                    .put("name", method.name())
                    .put("matches", method.matches())
                    .put("recipe", method.recipe());
            node.set("plannedUpdates", JSON.valueToTree(method.updates()));
            node.set("overrides", method.overrides());
            node.set("resolved", method.resolved());
        }
    }

    private void addTrainings(ArrayNode trainings) {
        for (Training training : plan.trainings()) {
            ObjectNode node = trainings
                    .addObject()
                    .put("method", training.method().id())
                    .put("dataset", training.images().name())
                    .put("version", training.images().version())
                    .put("seed", training.seed());
            findings.of(training).ifPresent(found -> {
                node.set("job", found.job().path("id"));
                node.set("stages", found.job().path("stages"));
                found.time().ifPresent(time -> node.put("seconds", time.toSeconds()));
            });
        }
    }

    private void addChoices(ArrayNode choices) {
        for (Comparison comparison : plan.comparisons()) {
            for (Subject subject : comparison.masks().isEmpty() ? List.<Subject>of() : comparison.subjects()) {
                ObjectNode node = choices.addObject()
                        .put("experiment", comparison.experiment().id())
                        .put("dataset", comparison.images().name())
                        .put("row", subject.label());
                findings.choice(comparison.trials(subject)).ifPresent(choice -> add(node, choice));
            }
        }
    }

    private static void add(ObjectNode node, SettingsChoice choice) {
        node.set("tried", JSON.valueToTree(choice.tried()));
        node.set("chosen", JSON.valueToTree(choice.chosen()));
    }
}
