package dev.gangway.gateway.persistence;

import dev.gangway.gateway.job.CurvePoint;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code training_curve}. */
@Entity
@Table(name = "training_curve")
@IdClass(CurveEntity.Key.class)
class CurveEntity {

    @Id
    UUID job;

    @Id
    int stage;

    @Id
    long step;

    @JdbcTypeCode(SqlTypes.JSON)
    String point;

    Instant at;

    /** Names a row. */
    record Key(UUID job, int stage, long step) {}

    CurvePoint toPoint() {
        return new CurvePoint(stage, step, StoredJson.readFigures(point), at);
    }
}
