package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.gateway.job.StageResult;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code training_stage}. */
@Entity
@Table(name = "training_stage")
@IdClass(StageEntity.Key.class)
class StageEntity {

    @Id
    UUID job;

    @Id
    int stage;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    StageKind kind;

    long updates;
    String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    String figures;

    Instant at;

    /** Names a row. */
    record Key(UUID job, int stage) {}

    static StageEntity of(JobId job, StageResult result) {
        StageEntity row = new StageEntity();
        row.job = job.value();
        row.stage = result.stage();
        row.kind = result.kind();
        row.updates = result.updates();
        row.reason = result.reason();
        row.figures = StoredJson.write(result.figures());
        row.at = result.at();
        return row;
    }

    StageResult toResult() {
        return new StageResult(stage, kind, updates, reason, StoredJson.readFigures(figures), at);
    }
}
