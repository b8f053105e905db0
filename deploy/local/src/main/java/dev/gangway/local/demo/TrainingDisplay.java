package dev.gangway.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.local.client.JobNews;
import dev.gangway.local.terminal.StatusLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows a training job's news. */
final class TrainingDisplay {

    private static final int LOSSES_SHOWN = 3;

    private final StatusLine line;

    TrainingDisplay(StatusLine line) {
        this.line = line;
    }

    void show(JobNews news) {
        switch (news.type()) {
            case "progressed" -> line.show(progress(news.body()));
            case "stage-finished" -> line.print(finished(news.body()));
            default -> {}
        }
    }

    private static String progress(JsonNode progress) {
        List<String> parts = new ArrayList<>();
        parts.add(String.format(
                Locale.ROOT,
                "  stage %d (%s)",
                progress.path("stage").asInt(),
                progress.path("stageKind").asText()));
        parts.add(String.format(
                Locale.ROOT,
                "step %d/%d",
                progress.path("step").asInt(),
                progress.path("steps").asInt()));
        parts.add(losses(progress.path("losses")));
        if (progress.hasNonNull("gap")) {
            parts.add(format("gap %.2f", progress.path("gap").asDouble()));
        }
        parts.add(format("%.0f images/s", progress.path("imagesPerSecond").asDouble()));
        if (progress.hasNonNull("secondsLeft")) {
            int seconds = progress.path("secondsLeft").asInt();
            parts.add(String.format(Locale.ROOT, "%d:%02d left", seconds / 60, seconds % 60));
        }
        return String.join("  ", parts);
    }

    private static String losses(JsonNode losses) {
        return losses.properties().stream()
                .filter(loss ->
                        !loss.getKey().endsWith("norm") && !loss.getKey().startsWith("score."))
                .sorted(Map.Entry.comparingByKey())
                .limit(LOSSES_SHOWN)
                .map(loss -> format("%s %.3g", loss.getKey(), loss.getValue().asDouble()))
                .collect(Collectors.joining("  "));
    }

    private static String finished(JsonNode stage) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "  stage %d (%s) finished after %d updates",
                stage.path("stage").asInt(),
                stage.path("kind").asText(),
                stage.path("updates").asLong()));
        if (!stage.path("reason").asText().equals("updates-done")) {
            text.append(": ").append(stage.path("reason").asText());
        }
        JsonNode figures = stage.path("figures");
        if (figures.has("gap")) {
            text.append(format("; gap %.2f", figures.path("gap").asDouble()));
        }
        if (figures.has("held-out.real-above-generated")) {
            text.append(format(
                    ", D(x) > D(G) for %.0f %% of held-out images",
                    100 * figures.path("held-out.real-above-generated").asDouble()));
        }
        return text.toString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
