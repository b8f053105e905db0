package dev.gangway.torture.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.torture.job.Gateway;
import dev.gangway.torture.job.SubmittedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds what jobs left against what they should have left. */
public final class Audit {

    /** The causes of moves by which a job went on after something had gone wrong. */
    private static final Set<String> RECOVERIES =
            Set.of("lease-expired", "worker-shutdown", "machine-failed", "outage", "preempted");

    private final Gateway gateway;
    private final Outcomes outcomes;
    private final Reference reference;
    private final Set<String> toldTwice;
    private final Map<String, Integer> states = new TreeMap<>();
    private final List<String> losses = new ArrayList<>();
    private final List<String> doubles = new ArrayList<>();
    private final Map<String, Integer> recoveries = new TreeMap<>();

    /**
     * An audit.
     *
     * @param toldTwice the completion jobs with an image whose figures were told at two times
     */
    public Audit(Gateway gateway, Outcomes outcomes, Reference reference, Set<String> toldTwice) {
        this.gateway = gateway;
        this.outcomes = outcomes;
        this.reference = reference;
        this.toldTwice = toldTwice;
    }

    /** Looks at one job. */
    public void look(SubmittedJob job) {
        JsonNode page = gateway.get(job.path());
        JobState state = SubmittedJob.state(page);
        states.merge(job.kind() + " " + state, 1, Integer::sum);
        lookAtHistory(job, page.path("history"), state);
        if (toldTwice.contains(job.id())) {
            doubles.add(job.id() + ": the figures of an image were told twice");
        }
        switch (state) {
            case SUCCEEDED -> compare(job);
            case CANCELLED -> {}
            case QUEUED, ADMITTED, RUNNING, CANCELLING, FAILED ->
                losses.add(job.id() + " is " + state + ": " + page.path("failure"));
        }
    }

    /** Looks into the services' logs: a checkpoint that was published is whole, whatever happened since. */
    public void read(Logs logs) {
        logs.linesWith("passes over a checkpoint").forEach(line -> losses.add("a checkpoint was not whole: " + line));
    }

    private void lookAtHistory(SubmittedJob job, JsonNode history, JobState state) {
        JobState at = null;
        int ends = 0;
        for (JsonNode move : history) {
            JobState to = JobState.valueOf(move.path("to").asText());
            boolean follows = at == null
                    ? move.path("from").isMissingNode() || move.path("from").isNull()
                    : move.path("from").asText().equals(at.name()) && at.canBecome(to);
            if (!follows) {
                doubles.add(job.id() + ": the move " + move + " does not follow " + at);
            }
            if (to.isFinal()) {
                ends++;
            }
            String cause = move.path("cause").asText();
            if (RECOVERIES.contains(cause)) {
                recoveries.merge(cause, 1, Integer::sum);
            }
            at = to;
        }
        if (at != state || ends > 1) {
            doubles.add(job.id() + " is " + state + " and its history ends " + ends + " times, in " + at);
        }
    }

    private void compare(SubmittedJob job) {
        if (job.kind() == JobKind.TRAINING) {
            if (!outcomes.weights(job).equals(reference.weights())) {
                losses.add(job.id() + ": the final checkpoint is not that of an undisturbed training");
            }
        } else {
            if (!outcomes.images(job).equals(reference.images())) {
                losses.add(job.id() + ": the images are not those of an undisturbed completion");
            }
            if (!outcomes.findings(job).equals(reference.findings())) {
                losses.add(job.id() + ": the results are not those of an undisturbed completion");
            }
        }
    }

    /** How many jobs of each kind ended how. */
    public Map<String, Integer> states() {
        return states;
    }

    /** How often jobs went on after something had gone wrong, by the cause in their histories. */
    public Map<String, Integer> recoveries() {
        return recoveries;
    }

    /** What was lost. */
    public List<String> losses() {
        return losses;
    }

    /** What was done twice. */
    public List<String> doubles() {
        return doubles;
    }
}
