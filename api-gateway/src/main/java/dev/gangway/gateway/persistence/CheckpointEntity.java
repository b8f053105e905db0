package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.gateway.job.Checkpoint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code checkpoint}. */
@Entity
@Table(name = "checkpoint")
class CheckpointEntity {

    @Id
    String id;

    UUID job;
    String team;
    String model;
    int stage;
    long step;
    long token;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    StageKind kind;

    @Column(name = "stage_end")
    boolean stageEnd;

    @Column(name = "written_at")
    Instant writtenAt;

    /** Set by {@link CheckpointRepository#delete} alone, and kept when a worker tells of the checkpoint again. */
    @Column(name = "deleted_at", insertable = false, updatable = false)
    Instant deletedAt;

    static CheckpointEntity of(Checkpoint checkpoint) {
        CheckpointId id = checkpoint.reference().id();
        CheckpointEntity row = new CheckpointEntity();
        row.id = id.toString();
        row.job = id.job();
        row.team = checkpoint.reference().team().value();
        row.model = checkpoint.reference().model();
        row.stage = id.stage();
        row.step = id.step();
        row.token = id.token();
        row.kind = checkpoint.kind();
        row.stageEnd = checkpoint.stageEnd();
        row.writtenAt = checkpoint.writtenAt();
        return row;
    }

    Checkpoint toCheckpoint() {
        return new Checkpoint(
                new CheckpointReference(new TeamId(team), model, CheckpointId.of(id)), kind, stageEnd, writtenAt);
    }
}
