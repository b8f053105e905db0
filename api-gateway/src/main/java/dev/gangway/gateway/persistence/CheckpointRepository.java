package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.gateway.job.Checkpoint;
import dev.gangway.gateway.job.CheckpointFilter;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.Slice;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The checkpoints that are complete in the store. */
@ApplicationScoped
public class CheckpointRepository implements PanacheRepositoryBase<CheckpointEntity, String> {

    /** Adds a checkpoint; being told again of one changes nothing but whether a stage ended with it. */
    public void put(Checkpoint checkpoint) {
        CheckpointEntity row = CheckpointEntity.of(checkpoint);
        getEntityManager().merge(row);
    }

    /** One checkpoint of a team. */
    public Optional<Checkpoint> find(TeamId team, CheckpointId id) {
        return find("id = ?1 and team = ?2", id.toString(), team.value())
                .firstResultOptional()
                .map(CheckpointEntity::toCheckpoint);
    }

    /** The checkpoint that a stage of a job ended with. */
    public Optional<Checkpoint> endOfStage(TeamId team, JobId job, int stage) {
        return find(
                        "team = ?1 and job = ?2 and stage = ?3 and stageEnd order by step desc, token desc",
                        team.value(),
                        job.value(),
                        stage)
                .firstResultOptional()
                .map(CheckpointEntity::toCheckpoint);
    }

    /** Checkpoints, newest first. */
    public Page<Checkpoint> page(CheckpointFilter filter, Slice slice) {
        Conditions conditions = new Conditions();
        conditions.add("team = :team", "team", filter.team().value());
        conditions.add(
                "job = :job", "job", filter.job() == null ? null : filter.job().value());
        conditions.add("model = :model", "model", filter.model());
        conditions.add("stage = :stage", "stage", filter.stage());
        slice.after()
                .ifPresent(last -> conditions.after(
                        "(writtenAt, id)", last.part(0, Instant::parse), last.part(1, String::valueOf)));
        List<Checkpoint> found = find(conditions.where() + " order by writtenAt desc, id desc", conditions.parameters())
                .range(0, slice.limit())
                .stream()
                .map(CheckpointEntity::toCheckpoint)
                .toList();
        return Page.of(
                found,
                slice.limit(),
                last -> Cursor.of(last.writtenAt(), last.reference().id()));
    }
}
