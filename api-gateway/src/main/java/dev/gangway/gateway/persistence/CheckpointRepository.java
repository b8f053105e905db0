package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.gateway.job.Checkpoint;
import dev.gangway.gateway.job.CheckpointFilter;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Measured;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.text.ReceivedValue;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/** The checkpoints that are complete in the store. Rows of deleted ones stay, so that who names one is told what became of it. */
@ApplicationScoped
public class CheckpointRepository implements PanacheRepositoryBase<CheckpointEntity, String> {

    /** Adds a checkpoint; being told again of one changes nothing but whether a stage ended with it. */
    public void put(Checkpoint checkpoint) {
        CheckpointEntity row = CheckpointEntity.of(checkpoint);
        getEntityManager().merge(row);
    }

    /** One checkpoint of a team. */
    public Optional<Checkpoint> find(TeamId team, CheckpointId id) {
        return find("id = ?1 and team = ?2 and deletedAt is null", id.toString(), team.value())
                .firstResultOptional()
                .map(CheckpointEntity::toCheckpoint);
    }

    /** One checkpoint of a team, which nobody deletes before this transaction ends. */
    public Optional<Checkpoint> hold(TeamId team, CheckpointId id) {
        return find("id = ?1 and team = ?2 and deletedAt is null", id.toString(), team.value())
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional()
                .map(CheckpointEntity::toCheckpoint);
    }

    /** The checkpoint that a stage of a job ended with, which nobody deletes before this transaction ends. */
    public Optional<Checkpoint> holdEndOfStage(TeamId team, JobId job, int stage) {
        return find(
                        "team = ?1 and job = ?2 and stage = ?3 and stageEnd and deletedAt is null"
                                + " order by step desc, token desc",
                        team.value(),
                        job.value(),
                        stage)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional()
                .map(CheckpointEntity::toCheckpoint);
    }

    /** One checkpoint of a team, which nobody comes to need before this transaction ends. */
    public Optional<Checkpoint> lock(TeamId team, CheckpointId id) {
        return find("id = ?1 and team = ?2 and deletedAt is null", id.toString(), team.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(CheckpointEntity::toCheckpoint);
    }

    /** All checkpoints of a team's model, which nobody comes to need before this transaction ends. */
    public List<CheckpointId> lockOfModel(TeamId team, String model) {
        return find("team = ?1 and model = ?2 and deletedAt is null order by id", team.value(), model)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .map(row -> CheckpointId.of(row.id))
                .toList();
    }

    /** Whether a model ever had a checkpoint, deleted ones included. */
    public boolean wasModel(TeamId team, String model) {
        return count("team = ?1 and model = ?2", team.value(), model) > 0;
    }

    /** Whether there was such a checkpoint that was deleted or not kept. */
    public boolean wasDeleted(TeamId team, CheckpointId id) {
        return count("id = ?1 and team = ?2 and deletedAt is not null", id.toString(), team.value()) > 0;
    }

    /** Whether a stage of a job ended with a checkpoint that was not kept. */
    public boolean wasEndOfStageDeleted(TeamId team, JobId job, int stage) {
        return count(
                        "team = ?1 and job = ?2 and stage = ?3 and stageEnd and deletedAt is not null",
                        team.value(),
                        job.value(),
                        stage)
                > 0;
    }

    /** Up to {@code limit} jobs with more than one checkpoint, in the order of their ids, behind {@code after}. */
    public List<JobId> jobsWithSeveral(JobId after, int limit) {
        return getEntityManager()
                .createQuery(
                        "select job from CheckpointEntity where deletedAt is null and job > :after"
                                + " group by job having count(*) > 1 order by job",
                        UUID.class)
                .setParameter("after", after.value())
                .setMaxResults(limit)
                .getResultStream()
                .map(JobId::new)
                .toList();
    }

    /**
     * A job's checkpoints with the gap that was measured last before each, in the same stage; nobody else comes to name one before this transaction ends.
     */
    public List<Measured> lockOf(JobId job) {
        Stream<Object[]> rows = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT c.id, c.stage_end, (SELECT cast(p.point ->> 'gap' AS float8) FROM training_curve p"
                                + " WHERE p.job = c.job AND p.stage = c.stage AND p.step <= c.step"
                                + " AND p.point ->> 'gap' IS NOT NULL ORDER BY p.step DESC LIMIT 1)"
                                + " FROM checkpoint c WHERE c.job = :job AND c.deleted_at IS NULL ORDER BY c.id FOR UPDATE OF c",
                        Object[].class)
                .setParameter("job", job.value())
                .getResultStream();
        return rows.map(row -> new Measured(CheckpointId.of((String) row[0]), (Boolean) row[1], (Double) row[2]))
                .toList();
    }

    /**
     * Whether a job that has not ended completes images with the checkpoint; certain until this transaction ends when it holds
     * the checkpoint's lock.
     */
    public boolean isInUse(CheckpointId id) {
        return ((Number) getEntityManager()
                                .createNativeQuery("SELECT count(*) FROM job WHERE ended_at IS NULL"
                                        + " AND work -> 'checkpoint' ->> 'id' = :id")
                                .setParameter("id", id.toString())
                                .getSingleResult())
                        .longValue()
                > 0;
    }

    /** Notes that a checkpoint is not kept any more. */
    public void delete(CheckpointId id, Instant at) {
        getEntityManager()
                .createNativeQuery("UPDATE checkpoint SET deleted_at = :at WHERE id = :id")
                .setParameter("at", at)
                .setParameter("id", id.toString())
                .executeUpdate();
    }

    /** A job's checkpoints that are not kept any more. */
    public Set<CheckpointId> deleted(JobId job) {
        return list("job = ?1 and deletedAt is not null", job.value()).stream()
                .map(row -> CheckpointId.of(row.id))
                .collect(Collectors.toSet());
    }

    /** Checkpoints, newest first. */
    public Page<Checkpoint> page(CheckpointFilter filter, Slice slice) {
        Conditions conditions = new Conditions();
        conditions.add(
                "deletedAt is null and team = :team", "team", filter.team().value());
        conditions.add(
                "job = :job", "job", filter.job() == null ? null : filter.job().value());
        conditions.add("model = :model", "model", filter.model());
        conditions.add("stage = :stage", "stage", filter.stage());
        slice.after()
                .map(last -> last.withParts(2))
                .ifPresent(last -> conditions.after(
                        "(writtenAt, id)",
                        last.part(0, ReceivedValue::time),
                        last.part(1, CheckpointId::of).toString()));
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
