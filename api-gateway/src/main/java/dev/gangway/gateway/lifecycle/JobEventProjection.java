package dev.gangway.gateway.lifecycle;

import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.Origin;
import dev.gangway.contracts.job.JobState;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.MoveCause;
import dev.gangway.gateway.job.Task;
import dev.gangway.gateway.persistence.JobRepository;
import dev.gangway.gateway.persistence.TaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * Draws what workers tell onto the rows of jobs and tasks. Each event is one transaction, and being told twice changes
 * nothing: events of ended claims are known by their tokens.
 */
@ApplicationScoped
public class JobEventProjection {

    private static final Logger LOG = Logger.getLogger(JobEventProjection.class);

    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final JobMoves moves;
    private final WorkerCommands commands;
    private final TaskEvents taskEvents;
    private final InstantSource clock;

    JobEventProjection(
            JobRepository jobs,
            TaskRepository tasks,
            JobMoves moves,
            WorkerCommands commands,
            TaskEvents taskEvents,
            InstantSource clock) {
        this.clock = clock;
        this.jobs = jobs;
        this.tasks = tasks;
        this.moves = moves;
        this.commands = commands;
        this.taskEvents = taskEvents;
    }

    /**
     * Draws one event.
     *
     * @throws dev.gangway.ledger.broker.RefusedMessageException when it tells what no claim on its task allows
     */
    @Transactional
    public void project(JobEvent event) {
        jobs.lock(event.origin().job())
                .ifPresentOrElse(
                        job -> project(job, event),
                        () -> LOG.warnf("job=%s is unknown here", event.origin().job()));
    }

    private void project(Job job, JobEvent event) {
        ClaimBinding.require(job, event);
        if (event instanceof JobEvent.Cancelled) {
            cancelled(job, event.origin());
            return;
        }
        if (event instanceof JobEvent.Started && isUnwanted(job)) {
            commands.cancel(job);
        }
        if (!job.state().isFinal()) {
            tasks.find(job.id(), event.origin().task())
                    .filter(task -> task.accepts(event.origin().token()))
                    .ifPresentOrElse(task -> project(job, task, event), () -> logStale(event));
        }
    }

    private void project(Job job, Task task, JobEvent event) {
        ClaimBinding.require(job, task, event);
        if (event.origin().token() > task.token()) {
            claimed(job, task, event.origin().token());
        }
        Job atWork = job.state() == JobState.ADMITTED
                ? moves.move(
                        job, JobState.RUNNING, MoveCause.CLAIMED, event.origin().worker())
                : job;
        taskEvents.apply(atWork, task, event);
    }

    /** A part of a job that is claimed for the first time makes room on Kafka for the next. */
    private void claimed(Job job, Task task, long token) {
        tasks.claimed(task, token);
        if (task.token() == 0) {
            tasks.letNextBeSent(job.id(), clock.instant());
        }
    }

    /** Workers confirm once, when none of them holds a task of the job: no token tells this from an older claim. */
    private void cancelled(Job job, Origin origin) {
        if (job.state() == JobState.CANCELLING) {
            moves.move(job, JobState.CANCELLED, MoveCause.CANCELLED, origin.worker());
        }
    }

    private static boolean isUnwanted(Job job) {
        return switch (job.state()) {
            case CANCELLING, CANCELLED, FAILED -> true;
            case QUEUED, ADMITTED, RUNNING, SUCCEEDED -> false;
        };
    }

    private static void logStale(JobEvent event) {
        Origin origin = event.origin();
        LOG.infof(
                "job=%s task=%d token=%d worker=%s: stale %s is dropped",
                origin.job(),
                origin.task(),
                origin.token(),
                origin.worker(),
                event.getClass().getSimpleName());
    }
}
