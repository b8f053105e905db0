package dev.gangway.gateway.lifecycle;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.Task;
import dev.gangway.gateway.job.TaskState;
import dev.gangway.gateway.persistence.JobRepository;
import dev.gangway.gateway.persistence.TaskRepository;
import dev.gangway.gateway.persistence.WorkerRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Ends the claims of workers of which none is left. As long as one lives, it finds its siblings' expired leases itself and to the moment; without
 * any, the gateway knows from their silence when the last lease must be over. Should such a worker come back, the next attempt, which
 * it receives first, ends its claim.
 */
@ApplicationScoped
public class LostClaims {

    private static final Logger LOG = Logger.getLogger(LostClaims.class);
    private static final int AT_ONCE = 200;

    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final WorkerRepository workers;
    private final ClaimEndings endings;
    private final InstantSource clock;
    private final Duration patience;
    private final Map<JobKind, Set<HeldClaim>> suspected = new EnumMap<>(JobKind.class);

    LostClaims(
            JobRepository jobs,
            TaskRepository tasks,
            WorkerRepository workers,
            ClaimEndings endings,
            InstantSource clock,
            GatewayConfig config) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.workers = workers;
        this.endings = endings;
        this.clock = clock;
        this.patience = config.workers().goneAfter().plus(config.workers().lease());
    }

    /** How long workers have to be silent. */
    public Duration patience() {
        return patience;
    }

    /**
     * Ends the claims on tasks of one kind when all of its workers are silent. Each is only ended when the call before has seen it too: a
     * worker that has just been started may claim before its first sign of life is read.
     *
     * @param heardUntil the moment up to which all that workers said is noted
     */
    public synchronized void sweep(JobKind kind, Instant heardUntil) {
        Set<HeldClaim> before = suspected.getOrDefault(kind, Set.of());
        List<Task> held = QuarkusTransaction.requiringNew()
                .call(() -> workers.anyHeardAfter(kind, heardUntil.minus(patience))
                        ? List.<Task>of()
                        : tasks.running(kind, AT_ONCE));
        suspected.put(kind, held.stream().map(HeldClaim::of).collect(Collectors.toSet()));
        held.stream()
                .filter(task -> before.contains(HeldClaim.of(task)))
                .forEach(task -> QuarkusTransaction.requiringNew().run(() -> end(task)));
    }

    private void end(Task seen) {
        jobs.lock(seen.job()).filter(job -> !job.state().isFinal()).ifPresent(job -> tasks.find(
                        seen.job(), seen.number())
                .filter(task -> task.state() == TaskState.RUNNING && task.token() == seen.token())
                .ifPresent(task -> {
                    LOG.warnf(
                            "job=%s task=%d token=%d: no worker is left that could have it",
                            task.job(), task.number(), task.token());
                    endings.lost(job, task, clock.instant());
                }));
    }

    private record HeldClaim(JobId job, int task, long token) {

        static HeldClaim of(Task task) {
            return new HeldClaim(task.job(), task.number(), task.token());
        }
    }
}
