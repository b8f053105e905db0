package dev.gangway.local.paper.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.local.paper.plan.Numbers;
import dev.gangway.local.paper.plan.Plan;
import dev.gangway.local.paper.plan.PlannedJob;
import dev.gangway.local.terminal.StatusLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Shows in one line what runs, how many jobs are done and how long the rest takes, about. */
public final class ProgressLine {

    private final StatusLine line;
    private final RunState state;
    private final List<PlannedJob> jobs;
    private final TimeLeft left;

    /** A line about the jobs of {@code plan}. */
    public ProgressLine(StatusLine line, RunState state, Plan plan) {
        this.line = line;
        this.state = state;
        this.jobs = plan.jobs();
        this.left = new TimeLeft(jobs, state);
    }

    /** Shows how it stands, with the jobs that have not ended by their ids. */
    public void show(Map<String, JsonNode> open) {
        line.show(text(open));
    }

    String text(Map<String, JsonNode> open) {
        long done = jobs.stream()
                .filter(job -> state.is(job, JobRecord.Standing.SUCCEEDED))
                .count();
        List<String> parts = new ArrayList<>();
        parts.add(String.format(Locale.ROOT, "%d of %d jobs", done, jobs.size()));
        jobs.stream().flatMap(job -> running(job, open)).limit(2).forEach(parts::add);
        parts.add("about " + Numbers.duration(left.seconds()) + " left");
        return String.join(" | ", parts);
    }

    private Stream<String> running(PlannedJob job, Map<String, JsonNode> open) {
        return state.of(job).map(known -> open.get(known.id())).stream()
                .filter(view -> view.path("state").asText().equals("RUNNING"))
                .map(view -> job.title() + progress(view.path("progress")));
    }

    private static String progress(JsonNode progress) {
        return switch (progress.path("kind").asText()) {
            case "training" ->
                String.format(
                        Locale.ROOT,
                        " (stage %d: %d of %d)",
                        progress.path("stage").asInt(),
                        progress.path("step").asLong(),
                        progress.path("steps").asLong());
            case "completion" ->
                String.format(
                        Locale.ROOT,
                        " (%d of %d images)",
                        progress.path("images").asInt(),
                        progress.path("total").asInt());
            default -> "";
        };
    }
}
