package dev.gangway.gateway.admission;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.worker.WorkerHeartbeat;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.TaskTally;
import dev.gangway.gateway.job.Waiting;
import dev.gangway.gateway.job.Waiting.Reason;
import dev.gangway.gateway.persistence.JobRepository;
import dev.gangway.gateway.persistence.TaskRepository;
import dev.gangway.gateway.persistence.WorkerRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says why jobs wait. */
@ApplicationScoped
public class Queue {

    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final WorkerRepository workers;
    private final InstantSource clock;
    private final Duration goneAfter;

    Queue(
            JobRepository jobs,
            TaskRepository tasks,
            WorkerRepository workers,
            InstantSource clock,
            GatewayConfig config) {
        this.tasks = tasks;
        this.jobs = jobs;
        this.workers = workers;
        this.clock = clock;
        this.goneAfter = config.workers().goneAfter();
    }

    /** Why nobody works on {@code job}, as part of the transaction at hand; empty when somebody does, or nobody should. */
    public Optional<Waiting> waiting(Job job, TaskTally tally) {
        return switch (job.state()) {
            case QUEUED -> Optional.of(queued(job));
            case ADMITTED, RUNNING -> tally.running() == 0 ? Optional.of(forWorker(job)) : Optional.empty();
            case CANCELLING, SUCCEEDED, FAILED, CANCELLED -> Optional.empty();
        };
    }

    private Waiting queued(Job job) {
        Instant now = clock.instant();
        long ahead = jobs.countAhead(job, now);
        Instant until = job.times().notBefore();
        if (until.isAfter(now)) {
            return new Waiting(Reason.TIME, "it is not sent to workers before " + until, ahead, until);
        }
        if (alive(job.work().kind()).isEmpty()) {
            return new Waiting(Reason.NO_WORKER, noWorker(job), ahead, null);
        }
        String text = ahead == 0 ? "it is the next to be sent to workers" : ahead + " jobs are before it";
        return new Waiting(Reason.TURN, text, ahead, null);
    }

    private Waiting forWorker(Job job) {
        Optional<Instant> until = tasks.nextDue(job.id()).filter(time -> time.isAfter(clock.instant()));
        if (until.isPresent()) {
            return new Waiting(Reason.TIME, "what failed is tried again at " + until.get(), null, until.get());
        }
        List<WorkerHeartbeat> alive = alive(job.work().kind());
        if (alive.isEmpty()) {
            return new Waiting(Reason.NO_WORKER, noWorker(job), null, null);
        }
        long busy =
                alive.stream().filter(worker -> worker.busy() >= worker.slots()).count();
        return new Waiting(
                Reason.BUSY_WORKERS,
                String.format(Locale.ROOT, "it waits for a worker; %d of %d are busy", busy, alive.size()),
                null,
                null);
    }

    private List<WorkerHeartbeat> alive(JobKind kind) {
        Instant goneBefore = clock.instant().minus(goneAfter);
        return workers.all().stream()
                .filter(worker -> worker.kind() == kind && worker.at().isAfter(goneBefore))
                .toList();
    }

    private static String noWorker(Job job) {
        return "no worker for " + job.work().kind().name().toLowerCase(Locale.ROOT) + " jobs has been heard of lately";
    }
}
