package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.DatasetReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The jobs that have not ended and need something, oldest first. Certain until this transaction ends when it holds the lock that whoever
 * names the thing takes too.
 */
@ApplicationScoped
public class DependentJobs {

    private static final String NEEDING = "SELECT id FROM job WHERE ended_at IS NULL AND ";
    private static final String OLDEST_FIRST = " ORDER BY created_at, id";

    private final EntityManager entities;

    DependentJobs(EntityManager entities) {
        this.entities = entities;
    }

    /** Those that train on a version of a dataset, or complete its images. */
    public List<JobId> onDataset(DatasetReference dataset) {
        return list(query("team = :team AND dataset_name = :name AND dataset_version = :version")
                .setParameter("team", dataset.team().value())
                .setParameter("name", dataset.name())
                .setParameter("version", dataset.version()));
    }

    /** Those that complete with a checkpoint, and the one that wrote it, which may go on from it. */
    public List<JobId> onCheckpoint(CheckpointId checkpoint) {
        return list(query("(id = :writer OR work -> 'checkpoint' ->> 'id' = :id)")
                .setParameter("writer", checkpoint.job())
                .setParameter("id", checkpoint.toString()));
    }

    /** Those that train a model, or complete with it. */
    public List<JobId> onModel(TeamId team, String model) {
        return list(query("team = :team AND model = :model")
                .setParameter("team", team.value())
                .setParameter("model", model));
    }

    private Query query(String condition) {
        return entities.createNativeQuery(NEEDING + condition + OLDEST_FIRST, UUID.class);
    }

    private static List<JobId> list(Query query) {
        Stream<?> ids = query.getResultStream();
        return ids.map(id -> new JobId((UUID) id)).toList();
    }
}
