package dev.gangway.gateway.submission;

import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.lifecycle.JobMoves;
import dev.gangway.gateway.persistence.JobRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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
    public Job submit(TeamId team, TrainingRequest request, Optional<String> key) {
        Submission submission = new Submission(JobId.random(), team, CanonicalRequest.of(request), key);
        return inTransaction(() -> queue(submission, () -> training.of(team, request)));
    }

    /** Queues a completion job; see {@link #submit(TeamId, TrainingRequest, Optional)}. */
    public Job submit(TeamId team, CompletionRequest request, Optional<String> key) {
        Submission submission = new Submission(JobId.random(), team, CanonicalRequest.of(request), key);
        return request.pictures() == null
                ? inTransaction(() -> queue(submission, () -> completion.images(team, request)))
                : ofPictures(submission, request);
    }

    /** Between the last two transactions the store is asked, for as long as it takes. */
    private Job ofPictures(Submission submission, CompletionRequest request) {
        Optional<Job> known = inTransaction(() -> repetitions.find(submission).map(this::job));
        if (known.isPresent()) {
            return known.get();
        }
        ObjectPath folder = inTransaction(() -> completion.folder(submission.team(), request));
        PictureListing.Listed listed = completion.list(submission.team(), submission.job(), folder, request);
        return inTransaction(() -> queue(submission, () -> completion.pictures(submission.team(), request, listed)));
    }

    private Job queue(Submission submission, Supplier<JobWork> plan) {
        Optional<JobId> known = repetitions.take(submission);
        if (known.isPresent()) {
            return job(known.get());
        }
        Job job = moves.accept(
                submission.job(),
                submission.team(),
                plan.get(),
                submission.request().json());
        LOG.infof(
                "job=%s team=%s kind=%s is queued",
                job.id(), job.team(), job.work().kind());
        return job;
    }

    private Job job(JobId id) {
        return jobs.find(id).orElseThrow();
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.joiningExisting().call(work);
    }
}
