package dev.gangway.gateway.admission;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.gateway.config.AdmissionConfig;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.MoveCause;
import dev.gangway.gateway.lifecycle.JobMoves;
import dev.gangway.gateway.persistence.JobRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Decides which queued jobs are put on Kafka: the oldest, and only so many ahead of the workers that the order can still
 * be chosen late. Jobs of one task have places of their own, so that a single picture waits for no larger job. Quotas, fair share and
 * priorities belong here.
 */
@ApplicationScoped
public class Admission {

    private static final int JOBS_AT_ONCE = 50;

    private final JobRepository jobs;
    private final JobMoves moves;
    private final Dispatch dispatch;
    private final InstantSource clock;
    private final AdmissionConfig config;

    Admission(JobRepository jobs, JobMoves moves, Dispatch dispatch, InstantSource clock, GatewayConfig config) {
        this.jobs = jobs;
        this.moves = moves;
        this.dispatch = dispatch;
        this.clock = clock;
        this.config = config.admission();
    }

    /** Admits what there is room for, and sends the tasks of admitted jobs whose time has come. */
    @Transactional
    public void round() {
        if (!jobs.tryLockAdmission()) {
            return;
        }
        Instant now = clock.instant();
        admit(JobKind.TRAINING, true, config.trainingAhead(), now);
        admit(JobKind.COMPLETION, true, config.completionAhead(), now);
        admit(JobKind.COMPLETION, false, config.completionAhead(), now);
        jobs.lockWithDueTasks(now, JOBS_AT_ONCE).forEach(job -> dispatch.sendDue(job, now));
    }

    private void admit(JobKind kind, boolean oneTask, int ahead, Instant now) {
        int room = Math.min(JOBS_AT_ONCE, Math.toIntExact(ahead - jobs.countAdmitted(kind, oneTask)));
        if (room > 0) {
            jobs.lockAdmissible(kind, oneTask, now, room).forEach(job -> admit(job, now));
        }
    }

    private void admit(Job job, Instant now) {
        dispatch.sendFirst(moves.move(job, JobState.ADMITTED, MoveCause.ADMITTED, "admission"), now);
    }
}
