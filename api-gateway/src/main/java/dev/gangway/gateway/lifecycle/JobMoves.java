package dev.gangway.gateway.lifecycle;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobTimes;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.job.Move;
import dev.gangway.gateway.job.MoveCause;
import dev.gangway.gateway.job.TaskState;
import dev.gangway.gateway.persistence.JobRepository;
import dev.gangway.gateway.persistence.TaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * The only way in which a job's state changes: along the table of legal moves, by compare-and-set, with its history, as
 * part of the transaction at hand.
 */
@ApplicationScoped
public class JobMoves {

    private static final Logger LOG = Logger.getLogger(JobMoves.class);

    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final Chronicle chronicle;
    private final InstantSource clock;

    JobMoves(JobRepository jobs, TaskRepository tasks, Chronicle chronicle, InstantSource clock) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Queues a new job with its tasks. */
    public Job accept(JobId id, TeamId team, JobWork work, String request) {
        Instant now = clock.instant();
        Job job = new Job(id, team, work, request, JobState.QUEUED, null, null, null, JobTimes.createdAt(now));
        jobs.insert(job);
        tasks.insert(id, 0, work.tasks() - 1, TaskState.HELD, now);
        chronicle.enter(job, new Move(null, JobState.QUEUED, MoveCause.SUBMITTED, team.value(), now));
        return job;
    }

    /**
     * Moves a job whose row is locked by the transaction at hand.
     *
     * @param job the job as it stands
     * @param to where it goes
     * @param cause why
     * @param actor who brought it about
     * @return the job as it stands then
     * @throws IllegalStateException when the move is not legal, or the job is not where it was thought to be
     */
    public Job move(Job job, JobState to, MoveCause cause, String actor) {
        JobState from = job.state();
        Instant now = clock.instant();
        if (!from.canBecome(to) || !jobs.changeState(job.id(), from, to, now)) {
            throw new IllegalStateException("job " + job.id() + " cannot move from " + from + " to " + to);
        }
        if (to.isFinal()) {
            tasks.drop(job.id());
        }
        chronicle.enter(job.in(to), new Move(from, to, cause, actor, now));
        LOG.infof("job=%s from=%s to=%s cause=%s actor=%s", job.id(), from, to, cause.code(), actor);
        return job.in(to);
    }
}
