package dev.gangway.gateway.lifecycle;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.MoveCause;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.persistence.JobRepository;
import dev.gangway.gateway.persistence.TaskRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Takes jobs from workers: those that nobody wants any more, and those that have to wait for more urgent ones. */
@ApplicationScoped
public class Interruption {

    private static final int TRAINING_TASK = 0;

    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final JobMoves moves;
    private final WorkerCommands commands;
    private final Turns turns;
    private final InstantSource clock;

    Interruption(
            JobRepository jobs,
            TaskRepository tasks,
            JobMoves moves,
            WorkerCommands commands,
            Turns turns,
            InstantSource clock) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.moves = moves;
        this.commands = commands;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Cancels a job: one that is queued at once, one that workers may have as soon as they are seen to have let go of
     * it. Cancelling again changes nothing.
     *
     * @return the job as it stands then
     * @throws RefusedException when there is no such job, or it has succeeded or failed
     */
    public Job cancel(TeamId team, JobKind kind, JobId id) {
        return inTurn(id, () -> cancelled(team, kind, id));
    }

    private Job cancelled(TeamId team, JobKind kind, JobId id) {
        Job job = locked(team, kind, id);
        return switch (job.state()) {
            case QUEUED -> {
                if (tasks.tokens(id).values().stream().anyMatch(token -> token > 0)) {
                    // Whoever was taken for vanished may come back, and must hear that nobody wants it any more.
                    commands.cancel(job);
                }
                yield moves.move(job, JobState.CANCELLED, MoveCause.CANCEL_REQUESTED, team.value());
            }
            case ADMITTED, RUNNING -> {
                commands.cancel(job);
                yield moves.move(job, JobState.CANCELLING, MoveCause.CANCEL_REQUESTED, team.value());
            }
            case CANCELLING, CANCELLED -> job;
            case SUCCEEDED, FAILED ->
                throw RefusedException.conflict(
                        "job-finished",
                        "job " + id + " has already " + (job.state() == JobState.FAILED ? "failed" : "succeeded"));
        };
    }

    /**
     * Tells the worker of a running training job to write a checkpoint and give the job back; it is queued again as soon as the worker has
     * let go of it, and goes on from there. Preempting again while it still runs changes nothing but the delay.
     *
     * @param delay how long the job is to stay queued at least
     * @return the job as it stands then
     * @throws RefusedException when there is no such job, or it does not run
     */
    public Job preempt(TeamId team, JobId id, Duration delay) {
        return inTurn(id, () -> preempted(team, id, delay));
    }

    private Job preempted(TeamId team, JobId id, Duration delay) {
        Job job = locked(team, JobKind.TRAINING, id);
        if (job.state() != JobState.RUNNING) {
            throw RefusedException.conflict(
                    "job-not-running", "job " + id + " is " + job.state() + ": only a running job can be preempted");
        }
        jobs.delay(id, clock.instant().plus(delay));
        tasks.find(id, TRAINING_TASK).ifPresent(task -> commands.preempt(job, task));
        return locked(team, JobKind.TRAINING, id);
    }

    private Job inTurn(JobId id, Supplier<Job> change) {
        return turns.take(id, () -> QuarkusTransaction.joiningExisting().call(change::get));
    }

    private Job locked(TeamId team, JobKind kind, JobId id) {
        return jobs.lock(id)
                .filter(found -> found.team().equals(team) && found.work().kind() == kind)
                .orElseThrow(() -> RefusedException.notFound("unknown-job", "there is no such job: " + id));
    }
}
