package dev.gangway.gateway.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code idempotency_key}. */
@Entity
@Table(name = "idempotency_key")
@IdClass(IdempotencyKeyEntity.Key.class)
class IdempotencyKeyEntity {

    @Id
    String team;

    @Id
    String key;

    String digest;
    UUID job;

    @Column(name = "created_at")
    Instant createdAt;

    /** Names a row. */
    record Key(String team, String key) {}
}
