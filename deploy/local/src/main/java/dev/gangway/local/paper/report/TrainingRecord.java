package dev.gangway.local.paper.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.local.paper.plan.Method;
import dev.gangway.local.paper.plan.Numbers;
import dev.gangway.local.paper.plan.Plan;
import dev.gangway.local.paper.plan.Training;
import dev.gangway.local.paper.plan.UpdateCount;
import dev.gangway.local.paper.run.Findings;
import dev.gangway.local.paper.run.TrainingResults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was trained: recipe, overrides and updates of each method, as planned, and how its jobs ended. */
final class TrainingRecord {

    static final List<String> METHOD_HEADER = List.of(
            "method",
            "recipe",
            "updates of critic",
            "of generator",
            "of autoencoder, before",
            "as many as",
            "networks",
            "overrides");

    static final List<String> JOB_HEADER = List.of("job", "dataset", "ended stages: updates and reason", "time");

    private TrainingRecord() {}

    static List<List<String>> methods(Plan plan) {
        List<List<String>> rows = new ArrayList<>();
        for (Method method : plan.methods()) {
            UpdateCount updates = method.updates();
            rows.add(List.of(
                    method.name(),
                    method.recipe(),
                    Numbers.grouped(updates.critic()),
                    Numbers.grouped(updates.generator()),
                    updates.vae() == 0 ? "–" : Numbers.grouped(updates.vae()),
                    method.matches().isEmpty() ? "–" : method.matches(),
                    method.networksTitle(),
                    method.overrides().toString()));
        }
        return rows;
    }

    static List<List<String>> jobs(Plan plan, Findings findings) {
        List<List<String>> rows = new ArrayList<>();
        for (Training training : plan.trainings()) {
            rows.add(List.of(
                    training.title(),
                    training.images().name() + " version " + training.images().version(),
                    findings.of(training).map(TrainingRecord::stages).orElse("no result"),
                    findings.of(training)
                            .flatMap(TrainingResults::time)
                            .map(Duration::toSeconds)
                            .map(Numbers::duration)
                            .orElse("–")));
        }
        return rows;
    }

    private static String stages(TrainingResults results) {
        List<String> stages = new ArrayList<>();
        for (JsonNode stage : results.job().path("stages")) {
            stages.add(String.format(
                    Locale.ROOT,
                    "%d %s: %s %s",
                    stage.path("stage").asInt(),
                    stage.path("kind").asText(),
                    Numbers.grouped(stage.path("updates").asLong()),
                    stage.path("reason").asText()));
        }
        return String.join("; ", stages);
    }
}
