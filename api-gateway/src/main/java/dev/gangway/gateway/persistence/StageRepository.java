package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.job.StageResult;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How the stages of training jobs ended. */
@ApplicationScoped
public class StageRepository implements PanacheRepositoryBase<StageEntity, StageEntity.Key> {

    /** Notes how a stage ended; a stage that was trained again after a resumption replaces what was noted before. */
    public void put(JobId job, StageResult result) {
        getEntityManager().merge(StageEntity.of(job, result));
    }

    /** A job's ended stages, in order. */
    public List<StageResult> of(JobId job) {
        return list("job = ?1 order by stage", job.value()).stream()
                .map(StageEntity::toResult)
                .toList();
    }
}
