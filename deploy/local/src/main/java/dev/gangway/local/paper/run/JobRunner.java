package dev.gangway.local.paper.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.local.client.GangwayClient;
import dev.gangway.local.client.Jobs;
import dev.gangway.local.client.RefusedException;
import dev.gangway.local.paper.plan.Evaluation;
import dev.gangway.local.paper.plan.Plan;
import dev.gangway.local.paper.plan.PlannedJob;
import dev.gangway.local.paper.plan.Settings;
import dev.gangway.local.paper.plan.Training;
import dev.gangway.local.paper.plan.Trial;
import dev.gangway.local.paper.run.JobRecord.Standing;
import dev.gangway.local.process.GangwayException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Does the jobs of a run that are not done: all trainings are submitted at once, each completion as soon as its checkpoint is
 * there and, for an evaluation, its trials are done. So trainer and completion service are both busy.
 */
public final class JobRunner {

    private final GangwayClient gateway;
    private final JobPages pages;
    private final RunState state;
    private final String model;
    private final Duration betweenLooks;
    private final Map<PlannedJob, CompletionResults> trials = new HashMap<>();
    private final Map<String, Boolean> endedStages = new HashMap<>();
    private final Set<PlannedJob> failedNow = new HashSet<>();

    /**
     * A runner.
     *
     * @param gateway where jobs are submitted
     * @param state where it puts down what it does
     * @param model the name under which checkpoints are stored
     * @param betweenLooks how long it waits before it looks at its jobs again
     */
    public JobRunner(GangwayClient gateway, RunState state, String model, Duration betweenLooks) {
        this.gateway = gateway;
        this.pages = new JobPages(gateway, model);
        this.state = state;
        this.model = model;
        this.betweenLooks = betweenLooks;
    }

    /**
     * Runs until every job has succeeded, or failed, or waits for one that failed.
     *
     * @param watcher is told the jobs that have not ended by their ids, each time it has looked
     */
    public void run(List<PlannedJob> jobs, Consumer<Map<String, JsonNode>> watcher) {
        Map<String, JsonNode> open = look(jobs);
        submit(jobs, open);
        while (jobs.stream().anyMatch(job -> state.is(job, Standing.OPEN))) {
            watcher.accept(open);
            pause();
            open = look(jobs);
            submit(jobs, open);
        }
    }

    /** What the jobs of {@code plan} found. */
    public Findings findings(Plan plan) {
        Map<Training, TrainingResults> trained = new HashMap<>();
        for (Training training : plan.trainings()) {
            succeeded(training).ifPresent(job -> trained.put(training, pages.training(job)));
        }
        Map<PlannedJob.Completing, CompletionResults> completed = new HashMap<>();
        for (PlannedJob.Completing job : plan.completions()) {
            succeeded(job).ifPresent(done -> completed.put(job, pages.completion(done)));
        }
        return new Findings(trained, completed);
    }

    /** Puts down which jobs have ended; returns those that have not. */
    private Map<String, JsonNode> look(List<PlannedJob> jobs) {
        Map<String, JsonNode> open = pages.open();
        for (PlannedJob job : jobs) {
            if (state.is(job, Standing.OPEN)
                    && !open.containsKey(state.of(job).orElseThrow().id())) {
                settle(job, pages.find(state.of(job).orElseThrow()));
            }
        }
        return open;
    }

    private void settle(PlannedJob job, Optional<JsonNode> found) {
        String ending = found.map(ended -> ended.path("state").asText()).orElse("");
        switch (ending) {
            case "SUCCEEDED" -> state.succeeded(job);
            case "FAILED", "CANCELLED" -> {
                failedNow.add(job);
                state.failed(job, Jobs.ending(found.orElseThrow()));
            }
            // Data were deleted between two calls: it is submitted again.
            case "" -> state.failed(job, "the gateway does not know it any more");
            default -> {}
        }
    }

    private void submit(List<PlannedJob> jobs, Map<String, JsonNode> open) {
        endedStages.values().removeIf(ended -> !ended);
        for (PlannedJob job : jobs) {
            boolean wanted = state.of(job)
                    .map(known -> known.standing() == Standing.FAILED && !failedNow.contains(job))
                    .orElse(true);
            if (wanted) {
                request(job, open).ifPresent(request -> submit(job, request));
            }
        }
    }

    private void submit(PlannedJob job, ObjectNode request) {
        try {
            String collection = JobPages.collection(job);
            JsonNode accepted = gateway.post(collection, request, state.idempotencyKey(job));
            state.submitted(job, collection + "/" + accepted.path("id").asText());
        } catch (RefusedException e) {
            failedNow.add(job);
            state.refused(job, e.getMessage());
        }
    }

    /** What is to be posted for a job; empty while something that it needs is missing. */
    private Optional<ObjectNode> request(PlannedJob job, Map<String, JsonNode> open) {
        if (job instanceof Training training) {
            return Optional.of(training.request(model));
        }
        PlannedJob.Completing completing = (PlannedJob.Completing) job;
        Optional<String> checkpoint = trainingWithCheckpoint(completing, open);
        return completing instanceof Trial trial
                ? checkpoint.map(trial::request)
                : checkpoint.flatMap(id -> chosen((Evaluation) completing)
                        .map(settings -> ((Evaluation) completing).request(id, settings)));
    }

    private Optional<String> trainingWithCheckpoint(PlannedJob.Completing job, Map<String, JsonNode> open) {
        if (state.is(job.training(), Standing.SUCCEEDED)) {
            return succeeded(job.training()).map(JobRecord::id);
        }
        return state.of(job.training())
                .filter(known -> known.standing() == Standing.OPEN && isRunning(open.get(known.id())))
                .map(JobRecord::id)
                .filter(id -> hasEnded(id, job.stage()));
    }

    private static boolean isRunning(JsonNode job) {
        return job != null && job.path("state").asText().equals("RUNNING");
    }

    private boolean hasEnded(String trainingJob, int stage) {
        return endedStages.computeIfAbsent(trainingJob + "~" + stage, unasked -> pages.hasEnded(trainingJob, stage));
    }

    private Optional<Settings> chosen(Evaluation evaluation) {
        return SettingsChoice.by(evaluation.trials(), this::resultsOf).map(SettingsChoice::chosen);
    }

    private Optional<CompletionResults> resultsOf(Trial trial) {
        succeeded(trial).ifPresent(job -> trials.computeIfAbsent(trial, unread -> pages.completion(job)));
        return Optional.ofNullable(trials.get(trial));
    }

    private Optional<JobRecord> succeeded(PlannedJob job) {
        return state.of(job).filter(known -> known.standing() == Standing.SUCCEEDED);
    }

    private void pause() {
        try {
            Thread.sleep(betweenLooks.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GangwayException("interrupted; call the command again to go on", e);
        }
    }
}
