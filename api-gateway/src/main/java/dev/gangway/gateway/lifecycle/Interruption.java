package dev.gangway.gateway.lifecycle;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.MoveCause;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.persistence.JobRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Ends jobs that nobody wants any more. */
@ApplicationScoped
public class Cancellation {

    private final JobRepository jobs;
    private final JobMoves moves;
    private final CancelCommands commands;

    Cancellation(JobRepository jobs, JobMoves moves, CancelCommands commands) {
        this.jobs = jobs;
        this.moves = moves;
        this.commands = commands;
    }

    /**
     * Cancels a job: one that is queued at once, one that workers may have as soon as they are seen to have let go of
     * it. Cancelling again changes nothing.
     *
     * @return the job as it stands then
     * @throws RefusedException when there is no such job, or it has succeeded or failed
     */
    @Transactional
    public Job cancel(TeamId team, JobKind kind, JobId id) {
        Job job = jobs.lock(id)
                .filter(found -> found.team().equals(team) && found.work().kind() == kind)
                .orElseThrow(() -> RefusedException.notFound("unknown-job", "there is no such job: " + id));
        return switch (job.state()) {
            case QUEUED -> moves.move(job, JobState.CANCELLED, MoveCause.CANCEL_REQUESTED, team.value());
            case ADMITTED, RUNNING -> {
                commands.send(job);
                yield moves.move(job, JobState.CANCELLING, MoveCause.CANCEL_REQUESTED, team.value());
            }
            case CANCELLING, CANCELLED -> job;
            case SUCCEEDED, FAILED ->
                throw RefusedException.conflict(
                        "job-finished",
                        "job " + id + " has already " + (job.state() == JobState.FAILED ? "failed" : "succeeded"));
        };
    }
}
