package dev.gangway.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.local.client.GangwayClient;
import dev.gangway.local.client.Jobs;
import dev.gangway.local.dataset.Datasets;
import dev.gangway.local.terminal.StatusLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The main job, from images to a table: import, train by stages, complete with each stage, compare. */
public final class Demo {

    private static final int MISSING_PERCENT = 25;

    private final GangwayClient gateway;
    private final DemoPlan plan;
    private final DemoReport report;
    private final StatusLine line;

    /** A demo that shows itself on {@code line} and writes into {@code folder}. */
    public Demo(GangwayClient gateway, DemoPlan plan, Path folder, StatusLine line) {
        this.gateway = gateway;
        this.plan = plan;
        this.report = new DemoReport(folder);
        this.line = line;
    }

    /**
     * Does it all.
     *
     * @throws dev.gangway.local.process.GangwayException when a step failed, with its reason
     */
    public void run() throws IOException {
        long begin = System.nanoTime();
        int version = new Datasets(gateway, line)
                .present(plan.dataset(), plan.archive(), plan.imageSize())
                .path("version")
                .asInt();
        String training = train(version);
        List<CompletedStage> stages = new ArrayList<>();
        for (int stage = 1; stage <= plan.lastStage(); stage++) {
            stages.add(complete(training, stage, version));
        }
        List<StageRow> rows = rows(stages);
        line.print("");
        line.print(new ResultTable(rows).text());
        line.print("");
        Path page = report.write(plan, gateway.get(training), stages, rows);
        line.print(String.format(Locale.ROOT, "done in %.0f s", (System.nanoTime() - begin) / 1e9));
        line.print("figures  " + page.resolveSibling("results.json"));
        line.print("page     " + page);
    }

    /** Trains; returns the job's path. */
    private String train(int version) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("recipe", plan.recipe())
                .put("model", plan.dataset())
                .put("dataset", plan.dataset())
                .put("datasetVersion", version);
        String job = "/v1/training-jobs/"
                + gateway.post("/v1/training-jobs", request).path("id").asText();
        line.print("training by recipe " + plan.recipe() + ": " + job);
        gateway.follow(job, new TrainingDisplay(line)::show);
        Jobs.requireSuccess(job, gateway.get(job));
        return job;
    }

    private CompletedStage complete(String training, int stage, int version) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("dataset", plan.dataset())
                .put("datasetVersion", version)
                .put("images", plan.images());
        request.putObject("checkpoint")
                .put("trainingJob", training.substring(training.lastIndexOf('/') + 1))
                .put("stage", stage);
        request.putObject("mask").put("kind", "centre-square").put("percent", MISSING_PERCENT);
        String job = "/v1/completion-jobs/"
                + gateway.post("/v1/completion-jobs", request).path("id").asText();
        line.print(String.format(
                Locale.ROOT, "completing %d held-out images with stage %d: %s", plan.images(), stage, job));
        gateway.follow(job, news -> {
            if (news.type().equals("progressed")) {
                line.show(String.format(
                        Locale.ROOT,
                        "  %d of %d images",
                        news.body().path("images").asInt(),
                        news.body().path("total").asInt()));
            }
        });
        Jobs.requireSuccess(job, gateway.get(job));
        return new CompletedStage(stage, gateway.get(job + "/results"), file -> gateway.bytes(job + "/report/" + file));
    }

    /** All fills stand beside the stages; they are the same for every stage. */
    private static List<StageRow> rows(List<CompletedStage> stages) {
        JsonNode first = stages.get(0).results();
        List<StageRow> rows = new ArrayList<>();
        rows.add(StageRow.of(first, "occluded", "occluded"));
        rows.add(StageRow.of(first, "mean-colour", "mean-colour"));
        rows.add(StageRow.of(first, "mean-image", "mean-image"));
        stages.forEach(stage -> rows.add(StageRow.of(stage.results(), "completed", stage.stage())));
        return rows;
    }
}
