package dev.gangway.torture.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;

/**
 * A job that the gateway accepted.
 *
 * @param submission what was asked for
 * @param id its id
 */
public record SubmittedJob(Submission submission, String id) {

    /** What it is. */
    public JobKind kind() {
        return submission.kind();
    }

    /** Its page. */
    public String path() {
        return submission.collection() + "/" + id;
    }

    /** The state that its page tells. */
    public static JobState state(JsonNode page) {
        return JobState.valueOf(page.path("state").asText());
    }
}
