package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.worker.WorkerHeartbeat;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code worker}. */
@Entity
@Table(name = "worker")
class WorkerEntity {

    @Id
    String name;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    JobKind kind;

    String device;
    int slots;
    int busy;

    @Column(name = "seen_at")
    Instant seenAt;

    static WorkerEntity of(WorkerHeartbeat heartbeat) {
        WorkerEntity row = new WorkerEntity();
        row.name = heartbeat.worker();
        row.kind = heartbeat.kind();
        row.device = heartbeat.device();
        row.slots = heartbeat.slots();
        row.busy = heartbeat.busy();
        row.seenAt = heartbeat.at();
        return row;
    }

    WorkerHeartbeat toHeartbeat() {
        return new WorkerHeartbeat(name, kind, device, slots, busy, seenAt);
    }
}
