package dev.gangway.gateway.dataset;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.persistence.DatasetRepository;
import dev.gangway.gateway.persistence.DependentJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/**
 * Deletes versions of datasets. A version is noted as deleted under its row's lock, which whoever names it takes too, so that no job is
 * queued that needs what is gone; its objects go after that, with the next collection, however often the store fails.
 */
@ApplicationScoped
public class DatasetDeletion {

    private final DatasetRepository datasets;
    private final DependentJobs jobs;
    private final InstantSource clock;

    DatasetDeletion(DatasetRepository datasets, DependentJobs jobs, InstantSource clock) {
        this.datasets = datasets;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Deletes a version; one that was deleted before stays so.
     *
     * @throws RefusedException when there never was such a version, or a job that has not ended needs it
     */
    @Transactional
    public void delete(TeamId team, String name, int version) {
        DatasetReference dataset = new DatasetReference(team, name, version);
        if (datasets.lock(dataset).isEmpty()) {
            requireDeleted(dataset);
            return;
        }
        List<JobId> users = jobs.onDataset(dataset);
        if (!users.isEmpty()) {
            throw RefusedException.inUse("dataset-in-use", "the dataset " + name + " version " + version, users);
        }
        datasets.delete(dataset, clock.instant());
    }

    private void requireDeleted(DatasetReference dataset) {
        if (!datasets.wasDeleted(dataset.team(), dataset.name(), dataset.version())) {
            throw RefusedException.notFound(
                    "unknown-dataset", "there is no dataset " + dataset.name() + " version " + dataset.version());
        }
    }
}
