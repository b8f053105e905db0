package dev.gangway.gateway.collection;

import dev.gangway.artifacts.orphan.KnownJob;
import dev.gangway.artifacts.orphan.KnownWork;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.gateway.persistence.CheckpointRepository;
import dev.gangway.gateway.persistence.DatasetRepository;
import dev.gangway.gateway.persistence.JobRepository;
import dev.gangway.gateway.persistence.TaskRepository;
import dev.gangway.gateway.upload.UploadUse;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** What the database knows of the jobs whose objects lie in the bucket, as it stands when it is asked. */
@ApplicationScoped
class RecordedWork implements KnownWork {

    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final CheckpointRepository checkpoints;
    private final DatasetRepository datasets;
    private final UploadUse uploads;

    RecordedWork(
            JobRepository jobs,
            TaskRepository tasks,
            CheckpointRepository checkpoints,
            DatasetRepository datasets,
            UploadUse uploads) {
        this.uploads = uploads;
        this.datasets = datasets;
        this.jobs = jobs;
        this.tasks = tasks;
        this.checkpoints = checkpoints;
    }

    @Override
    public Optional<KnownJob> job(JobId job) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.find(job)
                .map(known -> new KnownJob(known.state().isFinal(), tasks.tokens(job), checkpoints.deleted(job))));
    }

    @Override
    public boolean isDeleted(DatasetReference dataset) {
        return QuarkusTransaction.requiringNew()
                .call(() -> datasets.wasDeleted(dataset.team(), dataset.name(), dataset.version()));
    }

    @Override
    public boolean isDeleted(ObjectPath folder) {
        return QuarkusTransaction.requiringNew().call(() -> uploads.isDeleted(folder));
    }

    @Override
    public Optional<Instant> lastUse(ObjectPath folder) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.lastUseOfPictures(folder.prefix()));
    }
}
