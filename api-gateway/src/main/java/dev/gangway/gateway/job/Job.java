package dev.gangway.gateway.job;

import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.Progress;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import java.util.Objects;

/**
 * A job as it stands.
 *
 * @param id the job
 * @param team whose it is
 * @param work what it is to do
 * @param request the request's body as it came, as JSON
 * @param state where it is in its life
 * @param progress how far it has come; null before the first news
 * @param failure why it failed; null unless it did
 * @param resultKey the object that sums it up; null until it succeeded, or failed and left what it found out
 * @param times when it moved
 */
public record Job(
        JobId id,
        TeamId team,
        JobWork work,
        String request,
        JobState state,
        Progress progress,
        JobFailure failure,
        String resultKey,
        JobTimes times) {

    public Job {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(times, "times");
    }

    /** Where clients find it. */
    public String path() {
        return (work.kind() == JobKind.TRAINING ? "/v1/training-jobs/" : "/v1/completion-jobs/") + id;
    }

    /** This job in another state. */
    public Job in(JobState next) {
        return new Job(id, team, work, request, next, progress, failure, resultKey, times);
    }
}
