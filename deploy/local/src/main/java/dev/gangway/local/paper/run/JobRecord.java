package dev.gangway.local.paper.run;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a run knows of one of its jobs.
 *
 * @param title what a reader calls it
 * @param path where it is at the gateway; empty when it was refused
 * @param attempt how often it was submitted, from 1
 * @param standing how it stands
 * @param failure why it failed; null unless it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobRecord(String title, String path, int attempt, Standing standing, String failure) {

    /** How a job stands. */
    public enum Standing {
        /** Submitted, and not known to have ended. */
        OPEN,
        /** Done. */
        SUCCEEDED,
        /** Ended otherwise, or refused; submitted again when the command is called again. */
        FAILED
    }

    /** The gateway's id of it. */
    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    JobRecord succeeded() {
        return new JobRecord(title, path, attempt, Standing.SUCCEEDED, null);
    }

    JobRecord failed(String reason) {
        return new JobRecord(title, path, attempt, Standing.FAILED, reason);
    }
}
