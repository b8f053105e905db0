package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.job.Task;
import dev.gangway.gateway.job.TaskState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code task}. */
@Entity
@Table(name = "task")
@IdClass(TaskEntity.Key.class)
class TaskEntity {

    @Id
    UUID job;

    @Id
    int number;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    TaskState state;

    int attempt;
    int failures;
    long token;

    @Column(name = "not_before")
    Instant notBefore;

    int images;

    @Column(name = "failed_images")
    int failedImages;

    @Column(name = "under_way")
    double underWay;

    @Column(name = "result_key")
    String resultKey;

    /** Names a row. */
    record Key(UUID job, int number) {}

    Task toTask() {
        return new Task(new JobId(job), number, state, attempt, failures, token);
    }
}
