package dev.gangway.gateway.submission;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.lifecycle.JobMoves;
import dev.gangway.gateway.persistence.JobRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Turns requests into queued jobs. */
@ApplicationScoped
public class Submissions {

    private static final Logger LOG = Logger.getLogger(Submissions.class);

    private final TrainingPlan training;
    private final CompletionPlan completion;
    private final Repetitions repetitions;
    private final JobRepository jobs;
    private final JobMoves moves;

    Submissions(
            TrainingPlan training,
            CompletionPlan completion,
            Repetitions repetitions,
            JobRepository jobs,
            JobMoves moves) {
        this.training = training;
        this.completion = completion;
        this.repetitions = repetitions;
        this.jobs = jobs;
        this.moves = moves;
    }

    /**
     * Queues a training job.
     *
     * @param key if present, submitting the same request under it again gives the same job
     */
    @Transactional
    public Job submit(TeamId team, TrainingRequest request, Optional<String> key) {
        return submit(team, request, key, id -> training.of(team, request));
    }

    /** Queues a completion job; see {@link #submit(TeamId, TrainingRequest, Optional)}. */
    @Transactional
    public Job submit(TeamId team, CompletionRequest request, Optional<String> key) {
        return submit(team, request, key, id -> completion.of(team, id, request));
    }

    private Job submit(TeamId team, Object request, Optional<String> key, Function<JobId, JobWork> plan) {
        JobId id = JobId.random();
        CanonicalRequest canonical = CanonicalRequest.of(request);
        Optional<JobId> known = key.flatMap(given -> repetitions.take(team, given, canonical, id));
        if (known.isPresent()) {
            return jobs.find(known.get()).orElseThrow();
        }
        Job job = moves.accept(id, team, plan.apply(id), canonical.json());
        LOG.infof("job=%s team=%s kind=%s is queued", id, team, job.work().kind());
        return job;
    }
}
