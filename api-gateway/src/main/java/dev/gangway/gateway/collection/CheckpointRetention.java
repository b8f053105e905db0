package dev.gangway.gateway.collection;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.persistence.CheckpointRepository;
import dev.gangway.gateway.persistence.JobRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Keeps to the retention of each training job. A checkpoint that is not kept is first noted as deleted, so that no job can name it
 * any more; its objects go after that.
 */
@ApplicationScoped
class CheckpointRetention {

    private static final Logger LOG = Logger.getLogger(CheckpointRetention.class);
    private static final JobId BEFORE_ALL = new JobId(new UUID(0, 0));
    private static final int JOBS = 500;

    private final CheckpointRepository checkpoints;
    private final JobRepository jobs;
    private final InstantSource clock;

    CheckpointRetention(CheckpointRepository checkpoints, JobRepository jobs, InstantSource clock) {
        this.checkpoints = checkpoints;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Notes which checkpoints are not kept any more, or only counts them; returns how many. */
    long apply(boolean dryRun) {
        long dropped = 0;
        List<JobId> portion = next(BEFORE_ALL);
        while (!portion.isEmpty()) {
            for (JobId job : portion) {
                dropped += QuarkusTransaction.requiringNew().call(() -> apply(job, dryRun));
            }
            portion = next(portion.get(portion.size() - 1));
        }
        return dropped;
    }

    private List<JobId> next(JobId after) {
        return QuarkusTransaction.requiringNew().call(() -> checkpoints.jobsWithSeveral(after, JOBS));
    }

    private long apply(JobId id, boolean dryRun) {
        Job job = jobs.find(id).orElseThrow();
        JobWork.Training work = (JobWork.Training) job.work();
        List<CheckpointId> dropped =
                KeptCheckpoints.dropped(work.retention(), job.state().isFinal(), checkpoints.lockOf(id)).stream()
                        .filter(checkpoint -> !checkpoints.isInUse(checkpoint))
                        .toList();
        if (!dryRun) {
            dropped.forEach(checkpoint -> checkpoints.delete(checkpoint, clock.instant()));
            dropped.forEach(checkpoint -> LOG.infof("job=%s checkpoint=%s is not kept", id, checkpoint));
        }
        return dropped.size();
    }
}
